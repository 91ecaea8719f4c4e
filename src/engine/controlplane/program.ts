import type { LogLine } from '../host/journal.ts';
import { klogHeader } from '../host/journalText.ts';
import type { JsonObject } from '../json.ts';
import type { ContainerView } from './mounts.ts';
import type { ProgramLine } from './runtime.ts';
import type { ServerSettings } from './serverSettings.ts';

/** What a program finds when it starts. */
export interface ProgramContext {
  /** Its words, its own name left out. */
  readonly argv: readonly string[];
  readonly container: JsonObject;
  readonly view: ContainerView;
  /** The node's address on the cluster network. */
  readonly address: string;
  /** Of the image, `v1.36.3`. */
  readonly version: string;
  readonly now: number;
  /** Sockets that others listen on, `0.0.0.0:6443`. */
  readonly taken: readonly string[];
  /** etcd on this machine, and when it serves; null when none does or will. */
  readonly etcd: { readonly settings: ServerSettings; readonly readyAt: number } | null;
}

/** A line of a program, so many milliseconds after its start. */
export interface SaidLine {
  readonly after: number;
  readonly line: LogLine;
}

/** What comes of a start when nothing changes any more: times in milliseconds after it. */
export interface Foreseen {
  readonly readyAfter: number | null;
  readonly endsAfter: number | null;
  readonly exitCode: number;
  readonly said: readonly SaidLine[];
  readonly settings: ServerSettings | null;
}

/** A start that ends at once or soon, its last words behind what was said before. */
export function ends(after: number, said: readonly SaidLine[], last: LogLine, exitCode = 1): Foreseen {
  return { readyAfter: null, endsAfter: after, exitCode, said: [...said, { after, line: last }], settings: null };
}

/** Output without klog's header. */
export function raw(text: string): LogLine {
  return { level: 'raw', source: '', text };
}

/** A program's lines with their moments, as its log has them: it is process 1 of its container. */
export function linesOf(said: readonly SaidLine[], startedAt: number): readonly ProgramLine[] {
  return said.flatMap(({ after, line }) => {
    const at = startedAt + after;
    const header = klogHeader({ ...line, at, unit: '', identifier: '', pid: 1 });
    return `${header}${line.text}`.split('\n').map((text) => ({ at, text }));
  });
}

/** Whether a socket cannot be opened because somebody listens there: on the same port, at the same address or at all of them. */
export function isTaken(socket: string, taken: readonly string[]): boolean {
  const [host, port] = partsOf(socket);
  return taken.some((other) => {
    const [otherHost, otherPort] = partsOf(other);
    return port === otherPort && (host === otherHost || host === '0.0.0.0' || otherHost === '0.0.0.0');
  });
}

function partsOf(socket: string): readonly [string, string] {
  const colon = socket.lastIndexOf(':');
  return [socket.slice(0, colon), socket.slice(colon + 1)];
}
