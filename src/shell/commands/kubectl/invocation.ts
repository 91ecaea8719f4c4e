import { readText } from '#engine/host/files.ts';
import { rfc3339 } from '#engine/time.ts';
import type { WorldEvent } from '#engine/world/event.ts';
import { step } from '#engine/world/step.ts';
import type { Trace } from '#engine/world/trace.ts';
import { nodeNamed, type World } from '#engine/world/world.ts';
import type { CommandContext } from '../../command.ts';
import type { Foreground } from '../../foreground.ts';
import { absolutePath, openFile } from '../../paths.ts';
import type { Piece } from '../../written.ts';
import { type ApiAnswer, type ApiCall, callApi, exchange, type Wire, warningsOf } from './client/apiClient.ts';
import { type ClientConfig, chosenNamespace, clientConfig } from './client/clientConfig.ts';
import { FEATURE_LINES } from './client/features.ts';
import { type Kubeconfig, kubeconfigFiles, loadKubeconfig } from './client/kubeconfig.ts';
import { logText } from './client/logText.ts';
import { memcacheLine } from './client/memcacheLine.ts';
import type { FlagValues, ParsedLine } from './flags/parse.ts';
import { complaint, errorText, failed, type KubeError, plainError, type Result } from './kubeError.ts';
import type { Finish } from './subcommand.ts';

/** Steps a world; another one than the engine's own only where answers of a real API server are wanted. */
export type Stepper = (world: World, event: WorldEvent) => { readonly world: World; readonly trace: Trace };

/** One run of kubectl: its line, its private world, and what it has printed and done so far. */
export class Invocation implements Wire {
  readonly context: CommandContext;
  /** The command's path: `create token`. */
  readonly command: string;
  readonly flags: FlagValues;
  /** What is left of the line without flags. */
  readonly parameters: readonly string[];
  /** The words behind the command's name, flags and all. */
  readonly words: readonly string[];
  /** How many parameters stand before `--`; -1 without one. */
  readonly dashAt: number;
  /** The world after all that was done so far. */
  world: World;
  readonly events: WorldEvent[] = [];
  /** What it has printed, in order. */
  readonly written: Piece[] = [];

  private readonly stepper: Stepper;
  private loaded: Result<Kubeconfig> | null = null;
  private config: Result<ClientConfig> | null = null;
  private discovered = false;

  constructor(context: CommandContext, command: string, line: ParsedLine, stepper: Stepper = step) {
    this.context = context;
    this.command = command;
    this.flags = line.values;
    this.parameters = line.parameters;
    this.words = line.words;
    this.dashAt = line.dashAt;
    this.world = context.world;
    this.stepper = stepper;
  }

  get node(): string {
    return this.context.node;
  }

  /** Writes to standard output, as it is. */
  print(text: string): void {
    this.write('stdout', text);
  }

  /** Writes to standard error, as it is. */
  complain(text: string): void {
    this.write('stderr', text);
  }

  private write(stream: Piece['stream'], text: string): void {
    if (text !== '') this.written.push({ stream, text });
  }

  done(then?: Foreground): Finish {
    return { exitCode: 0, ...(then === undefined ? {} : { then }) };
  }

  /** Ends with an error as `CheckErr` does: kubectl's words on standard error, exit code 1. */
  fail(error: KubeError | string): Finish {
    const said = typeof error === 'string' ? plainError(error) : error;
    if (this.verbosity >= 4) this.logAnswers(said);
    this.complain(complaint(said));
    return { exitCode: 1 };
  }

  /** Logs what the server answered to what failed, as `MultilineDebug` does. */
  private logAnswers(error: KubeError): void {
    if (error.kind === 'several') for (const one of error.errors) this.logAnswers(one);
    else if (error.kind === 'status') {
      this.log('helpers.go:246', `server response object: %s[${JSON.stringify(error.status, null, 2)}]`);
    }
  }

  /** Ends as `UsageErrorf` does: the error, and where to read on. */
  misused(message: string): Finish {
    return this.fail(`${message}\nSee 'kubectl ${this.command} -h' for help and examples`);
  }

  /** Ends with what is not modelled, in one honest line. */
  notModelled(what: string): Finish {
    this.complain(`portside: ${what} is not modelled\n`);
    return { exitCode: 1 };
  }

  /** Steps the private world; the event is one of the command's. Warnings of an answer go to standard error. */
  send(event: WorldEvent): Trace {
    const { world, trace } = this.stepper(this.world, event);
    this.world = world;
    this.events.push(event);
    if ('answer' in trace && trace.answer.kind === 'http') {
      for (const warning of warningsOf(trace.answer)) this.complain(`Warning: ${warning}\n`);
    }
    return trace;
  }

  /** The files of the kubeconfig, merged. */
  kubeconfig(): Result<Kubeconfig> {
    if (this.loaded !== null) return this.loaded;
    const explicit = this.flags.text('kubeconfig');
    const { environment, workingDirectory } = this.context;
    const names = kubeconfigFiles(explicit, environment);
    this.loaded = loadKubeconfig(this.files(), names, explicit !== '', workingDirectory);
    for (const name of this.verbosity >= 6 ? names : []) {
      const path = absolutePath(workingDirectory, name);
      if (readText(this.files(), path) !== null) this.log('loader.go:407', `Config loaded from file:  ${path}`);
    }
    return this.loaded;
  }

  /** What `-v` says. */
  get verbosity(): number {
    return this.flags.number('v');
  }

  /** Writes a line of the log, as klog does. */
  log(source: string, text: string): void {
    this.complain(logText('I', this.world.now, this.host()?.nextPid ?? 1, source, text));
  }

  /** How and as whom to reach the API server. */
  client(): Result<ClientConfig> {
    if (this.config !== null) return this.config;
    const kubeconfig = this.kubeconfig();
    const place = { files: this.files(), workingDirectory: this.context.workingDirectory };
    if (kubeconfig.ok && this.verbosity >= 1) for (const text of FEATURE_LINES) this.log('envvar.go:195', text);
    const config = kubeconfig.ok ? clientConfig(kubeconfig.value, this.flags, place) : kubeconfig;
    this.config = config.ok && isNobody(config.value) ? this.askedInVain() : config;
    return this.config;
  }

  /** Without any credentials kubectl asks for a name, and there is nobody to type one. */
  private askedInVain(): Result<ClientConfig> {
    this.print('Please enter Username: ');
    return failed('EOF');
  }

  /** The namespace that flag or context choose; `default` when neither does. */
  namespace(): Result<string> {
    const kubeconfig = this.kubeconfig();
    return kubeconfig.ok ? { ok: true, value: chosenNamespace(kubeconfig.value, this.flags) } : kubeconfig;
  }

  /** Sends a request to the API server. */
  call(request: ApiCall): Result<ApiAnswer> {
    const config = this.client();
    if (!config.ok) return config;
    return callApi(config.value, this, request);
  }

  /** As {@link call}, whatever the status of the answer. */
  exchange(request: ApiCall): ReturnType<typeof exchange> {
    const config = this.client();
    return config.ok ? exchange(config.value, this, request) : config;
  }

  /**
   * Learns which resources a server has. kubectl keeps that on disk, so it asks only a server that it does not know; one
   * that does not answer is asked `attempts` times, with a line of the log for each. Null when it went well.
   */
  discover(attempts = 5): KubeError | null {
    if (this.discovered) return null;
    const config = this.client();
    if (!config.ok) return config.error;
    const known = config.value.server.replace(/^[a-z]+:\/\//, '') === this.world.cluster.endpoint;
    return known ? null : this.discoverAnew(attempts);
  }

  /** As {@link discover}, of any server: what kubectl kept of it is too old for some commands. */
  discoverAnew(attempts = 1): KubeError | null {
    const asked = this.call({ method: 'GET', path: '/api', query: [['timeout', '32s']] });
    if (asked.ok) this.discovered = true;
    else if (asked.error.kind === 'url' || asked.error.kind === 'status') {
      const pid = this.host()?.nextPid ?? 1;
      this.complain(memcacheLine(this.world.now, pid, errorText(asked.error)).repeat(attempts));
    }
    return asked.ok ? null : asked.error;
  }

  /** The text of a file as typed; `-` is standard input. Errors are those of Go's os.Open. */
  readFile(name: string): Result<string> {
    if (name === '-') return { ok: true, value: this.context.stdin };
    const opened = openFile(this.files(), this.context.workingDirectory, name);
    if ('text' in opened) return { ok: true, value: opened.text };
    return failed(
      opened.missing === 'directory' ? `read ${name}: is a directory` : `open ${name}: no such file or directory`,
    );
  }

  files() {
    return this.host()?.files ?? {};
  }

  /** The present as RFC 3339, whole seconds. */
  now(): string {
    return rfc3339(this.world.now);
  }

  /** Logs a warning as klog does. */
  warn(source: string, text: string): void {
    this.complain(logText('W', this.world.now, this.host()?.nextPid ?? 1, source, text));
  }

  private host() {
    return nodeNamed(this.world, this.context.node)?.host ?? null;
  }
}

function isNobody({ server, certificate, token, basic }: ClientConfig): boolean {
  return server.startsWith('https://') && certificate === null && token === '' && (basic?.user ?? '') === '';
}
