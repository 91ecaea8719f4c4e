import type { Terminal } from '@xterm/xterm';

/** Sequences of a program's output that ask the terminal to answer, as if somebody had typed. */
const ASKING_OSC = [4, 10, 11, 12, 52] as const;
const ASKING_CSI = [{ final: 'c' }, { prefix: '>', final: 'c' }, { final: 'n' }, { prefix: '?', final: 'n' }] as const;

/** Lets a terminal take such questions without an answer, so that no file's bytes type into the prompt. */
export function deafen({ parser }: Terminal): void {
  const swallow = (): boolean => true;
  for (const id of ASKING_OSC) parser.registerOscHandler(id, swallow);
  for (const id of ASKING_CSI) parser.registerCsiHandler(id, swallow);
  parser.registerCsiHandler({ intermediates: '$', final: 'p' }, swallow);
  parser.registerCsiHandler({ prefix: '?', intermediates: '$', final: 'p' }, swallow);
  parser.registerDcsHandler({ intermediates: '$', final: 'q' }, swallow);
}
