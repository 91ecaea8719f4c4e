import type { World } from '#engine/world/world.ts';
import type { CommandContext } from '#shell/command.ts';
import { kubectl } from '#shell/commands/kubectl/kubectl.ts';
import { splitWords } from '#shell/words.ts';
import { RECORDED_NAMES } from './caseNames.ts';
import type { Judgement } from './compare.ts';
import type { RecordedLine } from './curlLines.ts';
import { stateOf, withoutNetwork } from './kubectlStates.ts';
import { steadyKubectl } from './normalisation.ts';
import type { Recordings } from './recording.ts';
import type { JudgedCase } from './report.ts';

type Printed = Pick<RecordedLine, 'stdout' | 'stderr' | 'exitCode'>;

/** Types lines in the states that their labels name, each in a world of its own, and judges what they print. */
export function judgeKubectlLines(lines: readonly RecordedLine[], recordings: Recordings): readonly JudgedCase[] {
  const worlds = new Map<string, World>();
  return lines.map((line) => {
    const world = worlds.get(line.case) ?? stateOf(line, recordings);
    worlds.set(line.case, world);
    const id = `kubectl, ${line.case}`;
    const there = line.command === 'kubectl get nodes' ? withoutNetwork(world) : world;
    return { id, group: 'kubectl', judgements: [judgement(line, runKubectlLine(line.command, there))] };
  });
}

/** Runs a line as the administrator types it into a pipe. */
export function runKubectlLine(command: string, world: World, change: Partial<CommandContext> = {}): Printed {
  const split = splitWords(command, () => ({ missing: 'no-file' }));
  if (!split.ok) throw new Error(split.message);
  const words = split.words.slice(1).map(({ text }) => text);
  return kubectl.run(words, {
    world,
    node: RECORDED_NAMES.node,
    workingDirectory: '/root',
    environment: { HOME: '/root' },
    stdin: '',
    terminal: { stdin: false, stdout: false, columns: 80 },
    ...change,
  });
}

function judgement({ command, ...recorded }: RecordedLine, printed: Printed): Judgement {
  const [expected, got] = [shownOf(recorded, recorded), shownOf(printed, recorded)];
  return { what: command, difference: expected === got ? null : { expected, got } };
}

function shownOf({ stdout, stderr, exitCode }: Printed, recorded: Printed): string {
  const steady = steadyKubectl({ stdout, stderr }, recorded.stdout);
  return `exit ${exitCode}\n${steady.stderr}\n${steady.stdout}`;
}
