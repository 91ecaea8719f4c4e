import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { readPack } from '#packs/readPack.ts';
import type { Scenario } from '#packs/schema.ts';
import { scenarioOf } from '#session/lesson/scenarioOf.ts';
import { isSandboxBase, sandbox } from '#session/sandbox.ts';
import { openSession } from '#session/session.ts';
import { startWorld } from '#session/startWorld.ts';
import type { OpenTerminal, TerminalNext, TerminalPiece } from '#session/view/terminal.ts';
import { packFolder } from '../packFolder.ts';
import { HELP, readArguments } from './arguments.ts';
import { commandsOf } from './reader.ts';
import { standingJson, standingText } from './report.ts';

/** `npm run -s play -- SCENARIO`: a learner's session without a screen; the same code as in the page. */

const SCENARIOS = 'scenarios';
const BASES: Readonly<Record<string, string>> = { kubeadm: 'kubeadm-cluster', lecture: 'lecture-node' };

/** A line as it was typed, and what came of it. */
interface PlayedLine {
  readonly prompt: string;
  readonly line: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

function fail(words: string): never {
  process.stderr.write(`${words}\n`);
  process.exit(2);
}

/** A scenario, or a lesson, whose tasks are its steps. */
function packNamed(name: string): { readonly scenario: Scenario; readonly lesson: boolean } {
  const folders = packFolder(SCENARIOS).flatMap((entry) =>
    entry.kind === 'folder' && !Object.hasOwn(entry.files, 'exam.yaml') ? [entry] : [],
  );
  const found = folders.find((folder) => folder.name === name);
  if (found === undefined) {
    fail(`There is no scenario ${name}. There are: ${folders.map((folder) => folder.name).join(', ')}.`);
  }
  const read = readPack(name, found.files);
  if (!read.ok) fail(read.problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
  if (read.pack.kind === 'lesson') return { scenario: scenarioOf(read.pack.lesson), lesson: true };
  if (read.pack.kind === 'scenario') return { scenario: read.pack.scenario, lesson: false };
  return fail(`${name} is an exam, which is taken in the page.`);
}

function sandboxOf(name: string): Scenario {
  const base = Object.hasOwn(BASES, name) ? (BASES[name] ?? name) : name;
  if (!isSandboxBase(base)) fail(`There is no base ${name}. There are: kubeadm, kubeadm-node, lecture-node.`);
  return sandbox(base);
}

const asked = readArguments(process.argv.slice(2));
if (asked.kind === 'help') {
  process.stdout.write(HELP);
  process.exit(0);
}
if (asked.kind === 'wrong') fail(`${asked.words}\n\n${HELP.trimEnd()}`);

const { scenario, lesson } =
  asked.kind === 'base' ? { scenario: sandboxOf(asked.name), lesson: false } : packNamed(asked.name);
const { world, node } = startWorld(scenario);
// The clock stands still: a line takes the time that it takes on the node, so that the same lines give the same session.
const session = openSession({
  scenario,
  start: world,
  node,
  clock: { now: () => 0 },
  progress: { load: () => null, save: () => {} },
  // What a lesson's step is about stays tried.
  stays: lesson,
});
const terminal = await session.terminal.open();
const played: PlayedLine[] = [];
const shown = (text: string): void => {
  if (!asked.json) process.stdout.write(text);
};

if (process.stdin.isTTY && !asked.json) await interactive(terminal);
else await piped(terminal, readFileSync(0, 'utf8'));
finish();

/** Types one command, which may be several lines, and shows it with its prompt. */
async function type(on: OpenTerminal, lines: readonly string[], isEchoed: boolean): Promise<boolean> {
  const prompt = on.prompt();
  if (isEchoed) shown(lines.map((line, index) => `${index === 0 ? prompt : '> '}${line}\n`).join(''));
  const line = lines.join('\n');
  if (line.trim() === '') return true;
  const depth = on.depth();
  let [stdout, stderr] = ['', ''];
  const write = ({ stream, text }: TerminalPiece): void => {
    if (stream === 'stdout') stdout += text;
    else stderr += text;
    shown(text);
  };
  const next: TerminalNext = await on.run(line, write, process.stdout.columns ?? 80);
  if (next.kind === 'following') {
    on.interrupt();
    shown('^C\n');
  }
  if (next.kind === 'edit')
    shown(`portside: ${next.path} on ${next.node} is edited in the page; here use sed or cat > FILE\n`);
  if (next.kind === 'edit-text') await on.edited(null, write);
  played.push({ prompt, line, stdout, stderr, exitCode: on.status() });
  return !(depth === 0 && /^\s*(exit|logout)\b/.test(line));
}

async function piped(on: OpenTerminal, text: string): Promise<void> {
  for (const lines of commandsOf(text, (sofar) => on.isUnfinished(sofar))) if (!(await type(on, lines, true))) break;
}

async function interactive(on: OpenTerminal): Promise<void> {
  const reader = createInterface({ input: process.stdin, output: process.stdout, history: [...on.history()] });
  let pending: string[] = [];
  reader.setPrompt(on.prompt());
  reader.prompt();
  for await (const line of reader) {
    pending.push(line);
    if (on.isUnfinished(pending.join('\n'))) reader.setPrompt('> ');
    else {
      if (!(await type(on, pending, false))) break;
      pending = [];
      reader.setPrompt(on.prompt());
    }
    reader.prompt();
  }
  reader.close();
}

/** Tells how the scenario stands, and ends. */
function finish(): void {
  const isTasked = scenario.tasks.length > 0;
  const view = session.view();
  if (asked.kind !== 'wrong' && asked.kind !== 'help' && asked.json) {
    const what = isTasked ? { scenario: scenario.id } : { base: scenario.base };
    process.stdout.write(
      `${JSON.stringify({ ...what, lines: played, ...(isTasked ? standingJson(view) : {}) }, null, 2)}\n`,
    );
  } else if (isTasked) shown(`\n${standingText(view)}`);
  process.exitCode = !isTasked || view.solved ? 0 : 1;
}
