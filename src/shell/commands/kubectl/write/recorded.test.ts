import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseTime } from '#engine/time.ts';
import { BASES } from '#engine/world/bases.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import { splitWords } from '../../../words.ts';
import { kubectl } from '../kubectl.ts';

const FOLDER = 'conformance/recordings/1.36/kubectl';

interface Recorded {
  readonly session: number;
  readonly line: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** Why the simulation is known to print something else. */
  readonly apart?: string;
}

const recorded: readonly Recorded[] = readFileSync(`${FOLDER}/changes.jsonl`, 'utf8')
  .trim()
  .split('\n')
  .map((line): Recorded => JSON.parse(line));

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

function laid(world: World, path: string): World {
  const text = readFileSync(path, 'utf8');
  const place = path.replace(`${FOLDER}/files`, '/root/kw');
  return step(world, { type: 'write', node: 'node01', path: place, text }).world;
}

/** What is never the same twice, as the recordings have it. */
function steady(text: string): string {
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uid>')
    .replace(/resourceVersion: "\d+"/g, 'resourceVersion: "<n>"')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, '<time>')
    .replace(/eyJ[\w.-]{40,}/g, '<token>')
    .replace(/^([EW])\d{4} \d\d:\d\d:\d\d\.\d{6} +\d+ /gm, '$1<klog> ')
    .replace(/X509SHA256=[0-9a-f]{64}/g, 'X509SHA256=<hash>');
}

function typed(world: World, line: string): { readonly shown: string; readonly events: readonly WorldEvent[] } {
  const [command = '', input] = line.split(' < ');
  // An asterisk that matches no file stays what it is.
  const split = splitWords(command.replaceAll('*', '\\*').replaceAll("'\\*'", "'*'"), () => ({ missing: 'no-file' }));
  if (!split.ok) throw new Error(`${line}: ${split.message}`);
  const file = input === undefined ? null : input.replace('/root/kw', `${FOLDER}/files`);
  const { stdout, stderr, exitCode, events } = kubectl.run(
    split.words.map(({ text }) => text),
    {
      world,
      node: 'node01',
      workingDirectory: '/root',
      environment: { HOME: '/root' },
      stdin: file === null ? '' : readFileSync(file, 'utf8'),
      terminal: { stdin: false, stdout: false, columns: 80 },
    },
  );
  return { shown: `exit ${exitCode}\n${steady(stderr)}${steady(stdout)}`, events };
}

const { world: fresh } = BASES['kubeadm-cluster'](parseTime('2026-11-24T09:00:00Z'));
const start = filesBelow(`${FOLDER}/files`).reduce(laid, fresh);

test.each([1, 2])(
  'session %i: what a real kubectl printed, line by line, one after another',
  (session) => {
    let world = start;
    const apart: string[] = [];
    for (const { line, stdout, stderr, exitCode, apart: why } of recorded.filter((one) => one.session === session)) {
      const { shown, events } = typed(world, line);
      const expected = `exit ${exitCode}\n${stderr}${stdout}`;
      if (why === undefined) expect(shown, line).toBe(expected);
      else if (shown === expected) apart.push(line);
      for (const event of events) world = step(world, event).world;
    }
    // A line that has come to agree is no longer apart.
    expect(apart).toEqual([]);
  },
  60_000,
);
