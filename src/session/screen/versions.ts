import { versionChanges } from '#engine/versions/changes.ts';
import { VERSIONS } from '#engine/versions/versions.table.ts';
import type { SessionVersions } from '../view/versions.ts';

/** What a learner should know of a version beside its number. */
const NOTES: Readonly<Record<string, string>> = {
  '1.36.3': 'what a fresh node has here',
  '1.34.9': 'the line of the CKS exam today',
  '1.31.14': 'before 403s listed every subresource',
};

/** The versions of the engine, for the screen. */
export const sessionVersions: SessionVersions = {
  choices: () =>
    VERSIONS.map(({ version }) => ({ version, note: Object.hasOwn(NOTES, version) ? (NOTES[version] ?? null) : null })),
  changes: versionChanges,
};
