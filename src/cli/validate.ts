import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseScenario } from '#packs/parse.ts';
import { prove } from '#session/prove.ts';

/** `npm run validate [-- DIR]`: reads every scenario of a folder and proves it; one line a claim, `N passed, N failed` at the end. */
const directory = process.argv[2] ?? 'scenarios';
let passed = 0;
let failed = 0;

for (const entry of readdirSync(directory, { withFileTypes: true })) {
  const file = join(directory, entry.name, 'scenario.yaml');
  if (!entry.isDirectory()) {
    say(false, join(directory, entry.name), 'stray file', 'Each scenario has a folder of its own; move or remove it.');
    continue;
  }
  const parsed = parseScenario(file, entry.name, readText(file));
  if (!parsed.ok) {
    for (const { line, message, advice } of parsed.problems) say(false, `${file}:${line}`, message, advice);
    continue;
  }
  for (const { claim, holds, reason } of await prove(parsed.scenario)) say(holds, parsed.scenario.id, claim, reason);
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function say(holds: boolean, where: string, what: string, more: string): void {
  if (holds) passed += 1;
  else failed += 1;
  process.stdout.write(`${holds ? 'proved' : 'FAILED'}  ${where}: ${what}${more === '' ? '' : `\n        ${more}`}\n`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
