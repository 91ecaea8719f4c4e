import type { EndedProcess } from '#engine/kubelet/process.ts';
import { SIGNALS } from '#engine/world/signal.ts';

/** Names that the C library and systemd itself have for exit statuses. Models src/shared/exit-status.c, v255. */
const STATUSES: Readonly<Record<number, string>> = {
  0: 'SUCCESS',
  1: 'FAILURE',
  200: 'CHDIR',
  201: 'NICE',
  202: 'FDS',
  203: 'EXEC',
  206: 'LIMITS',
  216: 'GROUP',
  217: 'USER',
};

/** How a main process ended: `(code=exited, status=1/FAILURE)`, `(code=killed, signal=KILL)`. */
export function endedWords({ status, signal }: EndedProcess): string {
  if (signal !== null) return `(code=killed, signal=${signal})`;
  const name = Object.hasOwn(STATUSES, status) ? STATUSES[status] : undefined;
  return `(code=exited, status=${status}${name === undefined ? '' : `/${name}`})`;
}

/** `ExecMainCode=` and `ExecMainStatus=` of an ended process: the kernel's CLD_ numbers. */
export function endedNumbers({ status, signal }: EndedProcess): readonly [code: number, status: number] {
  return signal === null ? [1, status] : [2, SIGNALS[signal] ?? status];
}
