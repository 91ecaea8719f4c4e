import { endedByHand } from '../controlplane/lifeCycle.ts';
import { newLines, type Step, told, withNode } from './change.ts';
import { endProcess } from './service.ts';
import { nodeNamed, type World } from './world.ts';

/** Numbers of the signals on x86-64 Linux, by their names without `SIG`. */
export const SIGNALS: Readonly<Record<string, number>> = {
  HUP: 1,
  INT: 2,
  QUIT: 3,
  ILL: 4,
  TRAP: 5,
  ABRT: 6,
  BUS: 7,
  FPE: 8,
  KILL: 9,
  USR1: 10,
  SEGV: 11,
  USR2: 12,
  PIPE: 13,
  ALRM: 14,
  TERM: 15,
  STKFLT: 16,
  CHLD: 17,
  CONT: 18,
  STOP: 19,
  TSTP: 20,
  TTIN: 21,
  TTOU: 22,
  URG: 23,
  XCPU: 24,
  XFSZ: 25,
  VTALRM: 26,
  PROF: 27,
  WINCH: 28,
  IO: 29,
  PWR: 30,
  SYS: 31,
};

/** Signals upon which Go's runtime writes its goroutines down and exits with 2. */
const DUMPING = ['QUIT', 'ILL', 'TRAP', 'ABRT', 'BUS', 'FPE', 'SEGV', 'SYS', 'STKFLT'];
/** Signals that do nothing to a Go program, and those that stop it for a while, which is not modelled. */
const HARMLESS = [
  'PIPE',
  'CHLD',
  'CONT',
  'STOP',
  'TSTP',
  'TTIN',
  'TTOU',
  'URG',
  'PROF',
  'WINCH',
  'IO',
  'PWR',
  'XCPU',
  'XFSZ',
];

/**
 * Sends a signal to a process of a node: its kubelet, or a program of the control plane. They end in order upon TERM and INT.
 * Models SetupSignalContext in apiserver/pkg/server/signal.go, v0.36, and os/signal, Go 1.26.
 */
export function signalProcess(world: World, name: string, pid: number, signal: string): Step {
  const node = nodeNamed(world, name);
  if (node === undefined) return { world, trace: told(world, { stderr: `no such node: ${name}`, exitCode: 1 }) };
  const number = Object.hasOwn(SIGNALS, signal) ? SIGNALS[signal] : undefined;
  const inOrder = signal === 'TERM' || signal === 'INT';
  const dumps = DUMPING.includes(signal);
  if (node.kubelet.process?.pid !== pid || number === undefined) {
    const harmless = number === undefined || HARMLESS.includes(signal);
    const next = harmless ? null : endedByHand(node, pid, inOrder ? 0 : dumps ? 2 : 128 + number, world.now);
    if (next === null) return { world, trace: told(world, { stderr: 'No such process\n', exitCode: 1 }) };
    const after = withNode(world, next);
    return { world: after, trace: told(after, { journal: newLines(node, next) }) };
  }
  if (HARMLESS.includes(signal)) return { world, trace: told(world) };
  const next =
    inOrder || dumps ? endProcess(node, world.now, dumps ? 2 : 0, null) : endProcess(node, world.now, number, signal);
  const after = withNode(world, next);
  return { world: after, trace: told(after, { journal: newLines(node, next) }) };
}
