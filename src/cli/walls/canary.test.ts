import { afterAll, beforeAll, expect, test } from 'vitest';
import { cage } from './cage.ts';
import { CANARIES } from './canaries.data.ts';
import { ROOT, tool } from './tool.ts';

let directory = '';
let open = (): void => undefined;
let biome = '';
let types = '';

beforeAll(() => {
  ({ directory, open } = cage(ROOT));
  biome = tool('biome', ['lint', '--max-diagnostics=none', '--reporter=github', '.'], directory).output;
  types = tool('tsc', ['-b', '--pretty', 'false'], directory).output;
}, 120_000);

afterAll(() => open());

/** The lines of a tool's output that are about a layer's file: Biome writes `file=…,`, the type checker starts with the path. */
function about(output: string, layer: string, file: string): string {
  const path = `src/${layer}/${file}`;
  return output
    .split('\n')
    .filter((line) => line.startsWith(path) || line.includes(`/${path},`))
    .join('\n');
}

test.each(CANARIES)('$layer: Biome refuses the canary, saying the law', ({ layer, biome: messages }) => {
  for (const message of messages) expect(about(biome, layer, 'canary.ts')).toContain(message);
});

test.each(CANARIES)('$layer: the type checker refuses the canary', ({ layer, types: messages }) => {
  for (const message of messages) expect(about(types, layer, 'canary.ts')).toContain(message);
});

test('harmless files are let through, so the refusals mean something', () => {
  for (const { layer } of CANARIES) expect(about(biome + types, layer, 'neighbour.ts')).toBe('');
});

test('Biome looks at every source of the project', () => {
  const { output } = tool('biome', ['lint', '--max-diagnostics=1', 'src']);
  const checked = Number(/Checked (\d+) files/.exec(output)?.[1] ?? 0);
  expect(checked).toBeGreaterThan(50);
}, 60_000);
