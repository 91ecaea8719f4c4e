import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { readPack } from '#packs/readPack.ts';
import { prove } from '#session/prove.ts';

// Lines are typed, so the interpreter is read first.
vi.setConfig({ testTimeout: 20_000 });

test('the scenario of the author’s guide can be read, and holds in all it claims', async () => {
  const [, text = ''] = /A whole one:\n\n```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/scenarios.md', 'utf8')) ?? [];
  const [, id = ''] = /^id: (.*)$/m.exec(text) ?? [];
  const read = readPack(id, { 'scenario.yaml': text });
  if (!read.ok || read.pack.kind !== 'scenario') throw new Error(JSON.stringify(read));
  expect((await prove(read.pack.scenario)).filter(({ holds }) => !holds)).toEqual([]);
});
