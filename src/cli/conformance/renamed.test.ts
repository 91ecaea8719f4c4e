import { expect, test } from 'vitest';
import { RECORDED_NAMES } from './caseNames.ts';
import { judge } from './compare.ts';
import { play } from './play.ts';
import { readRecordings } from './recording.ts';
import { renameRecordings, renameText } from './renaming.ts';

const recordings = readRecordings('conformance/recordings/1.36');
const renamed = renameRecordings(recordings);

/** How many cases of a group are left out between two that are played. */
const STRIDE: Readonly<Record<string, number>> = {
  'auth-file': 8,
  'auth-flags': 8,
  effective: 12,
  startup: 6,
  'drop-in': 3,
};

const sample = recordings.cases.flatMap((recorded, index) => {
  const other = renamed.cases[index];
  const chosen = other !== undefined && index % (STRIDE[recorded.group] ?? 1) === 0;
  return chosen ? [{ id: recorded.id, recorded, other }] : [];
});

const names = {
  node: renameText(RECORDED_NAMES.node),
  manifests: renameText(RECORDED_NAMES.manifests),
  certificate: renameText(RECORDED_NAMES.certificate),
  token: renameText(RECORDED_NAMES.token),
};

test('the names are really others', () => {
  expect(sample.length).toBeGreaterThan(20);
  for (const { recorded, other } of sample) expect(JSON.stringify(other)).not.toBe(JSON.stringify(recorded));
  const all = JSON.stringify(renamed.cases) + [...renamed.clusters.values(), ...renamed.manifests.values()].join();
  for (const word of ['node01', 'nginx', 'prometheus', 'bob', 'web-node01', '/etc/kubernetes/pki']) {
    expect(all).not.toMatch(new RegExp(`(?<![\\w-])${word}(?![\\w-])`));
  }
});

test.each(sample)(
  'under other names the engine is as right as before: $id',
  ({ recorded, other }) => {
    const before = judge(recorded, play(recorded, recordings), recordings.metrics);
    const after = judge(other, play(other, renamed, names), renamed.metrics);
    const differing = (judgements: typeof before) =>
      judgements.flatMap(({ what, difference }) => (difference === null ? [] : [{ what, ...difference }]));
    expect(after).toHaveLength(before.length);
    expect(differing(after).map(({ what }) => what)).toEqual(differing(before).map(({ what }) => renameText(what)));
  },
  60_000,
);
