import type { Files } from '#engine/host/files.ts';
import { readText } from '#engine/host/files.ts';
import { klogHeader } from '#engine/host/journalText.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import type { Trace } from '#engine/world/trace.ts';
import { type Node, nodeNamed, type World } from '#engine/world/world.ts';
import type { CommandContext, CommandResult } from '../../command.ts';
import { absolutePath } from '../../paths.ts';

/** A run of kubeadm: the world as it goes on, and what was printed and done so far. */
export class Machine {
  readonly context: CommandContext;
  /** `-v` of kubeadm is read, and says no more here. */
  readonly verbosity = 0;
  world: World;
  private out = '';
  private complaints = '';
  private readonly events: WorldEvent[] = [];

  constructor(context: CommandContext) {
    this.context = context;
    this.world = context.world;
  }

  get node(): string {
    return this.context.node;
  }

  host(): Node | undefined {
    return nodeNamed(this.world, this.context.node);
  }

  files(): Files {
    return this.host()?.host.files ?? {};
  }

  /** The text of a file of the node; null when there is none. */
  read(path: string): string | null {
    return readText(this.files(), absolutePath(this.context.workingDirectory, path));
  }

  /** Lets something happen; it is one of the command's events. */
  send(event: WorldEvent): Trace {
    const { world, trace } = step(this.world, event);
    this.world = world;
    this.events.push(event);
    return trace;
  }

  write(path: string, text: string, mode?: number): void {
    const had = this.read(path) !== null;
    this.send({ type: 'write', node: this.node, path, text });
    if (mode !== undefined && !had) this.send({ type: 'chmod', node: this.node, path, mode });
  }

  print(line: string): void {
    this.out += `${line}\n`;
  }

  /** Text without a line end of its own. */
  put(text: string): void {
    this.out += text;
  }

  complain(line: string): void {
    this.complaints += `${line}\n`;
  }

  /** A warning of klog on standard error; `source` is file and line. */
  warn(source: string, text: string): void {
    this.klog('W', source, text);
  }

  /** What the client of the API server tells of itself. */
  log(source: string, text: string): void {
    this.klog('I', source, text);
  }

  private klog(level: 'I' | 'W', source: string, text: string): void {
    const pid = this.host()?.host.nextPid ?? 1;
    const header = klogHeader({ level, source, text, at: this.world.now, unit: '', identifier: '', pid });
    this.complaints += `${header}${text}\n`;
  }

  done(exitCode = 0): CommandResult {
    return { stdout: this.out, stderr: this.complaints, exitCode, events: this.events };
  }

  /** Ends with an error, as kubeadm prints it. */
  fail(error: string): CommandResult {
    this.complain(error);
    return this.done(1);
  }

  notModelled(what: string): CommandResult {
    return this.fail(`portside: ${what} is not modelled`);
  }
}
