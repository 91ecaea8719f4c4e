import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Files } from '../host/files.ts';
import { configure } from './configure.ts';

interface Case {
  readonly id: string;
  readonly args: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly startup: {
    readonly outcome: string;
    readonly exitCode?: number;
    readonly error?: string;
    readonly notes: readonly string[];
  };
  readonly configz?: Readonly<Record<string, unknown>>;
}

const FOLDER = new URL('../../../conformance/recordings/1.36/', import.meta.url);
/** Errors that come after this room's part of a start. */
const LATER = /^failed to run Kubelet|^failed to construct kubelet dependencies|^Failed to listen/;

function cases(group: string): readonly Case[] {
  const lines = readFileSync(new URL(`cases/${group}.jsonl`, FOLDER), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line));
}

function filesOf(recorded: Case): Files {
  const meta = { kind: 'file' as const, mode: 0o644, owner: 'root', group: 'root', modifiedAt: 0 };
  return Object.fromEntries(Object.entries(recorded.files).map(([path, text]) => [path, { ...meta, text }]));
}

function run(recorded: Case) {
  const argv = recorded.args.map((text) => ({ text, at: null }));
  return configure({ argv, files: filesOf(recorded), version: '1.36.3', cgroup: 1, workingDirectory: '/' });
}

function withoutGenerated(configz: Readonly<Record<string, unknown>>): unknown {
  const { tlsCertFile: _cert, tlsPrivateKeyFile: _key, ...rest } = configz;
  return rest;
}

for (const group of ['effective', 'startup', 'drop-in', 'auth-file', 'auth-flags', 'ports', 'tls', 'rbac', 'routes']) {
  test.each(cases(group))(`${group}: $id`, (recorded) => {
    const outcome = run(recorded);
    const { startup } = recorded;
    if (startup.error !== undefined && !LATER.test(startup.error)) {
      expect(outcome).toMatchObject({ ok: false, error: startup.error, exitCode: startup.exitCode });
    } else expect(outcome).toMatchObject({ ok: true });
    const mine = startup.notes.filter((note) => /^Flag |^codec/.test(note));
    const said = outcome.log
      .filter((line) => !line.text.startsWith('"command failed"') && !line.text.startsWith('panic'))
      .map((line) => (line.level === 'raw' ? line.text : `${line.source.replace(/:\d+/, '')}] ${line.text}`));
    expect(new Set(said)).toEqual(new Set(mine));
    if (outcome.ok && recorded.configz !== undefined) {
      expect(withoutGenerated(outcome.config.configz)).toEqual(withoutGenerated(recorded.configz));
      expect(Object.keys(withoutGenerated(outcome.config.configz) as object)).toEqual(
        Object.keys(withoutGenerated(recorded.configz) as object),
      );
    }
  });
}
