import { KUBELET_UNIT } from '#engine/host/unit.ts';
import { SIGNALS } from '#engine/world/signal.ts';
import { type Node, nodeNamed } from '#engine/world/world.ts';
import type { CommandContext, CommandResult, NodeCommand } from '../../command.ts';
import { acted, complained, joined, notModelled, printed, textOf, widthOf } from '../answer.ts';
import { allGiven, type GivenOption, isGiven, lastGiven, readOptions } from '../getopt.ts';
import { ACTIONS, type Action, actOn, stepped } from './act.ts';
import { catUnit } from './cat.ts';
import { openEdit, saveEdit } from './edit.ts';
import { type Filter, unitFileList, unitList } from './list.ts';
import { SYSTEMCTL_HELP, SYSTEMCTL_MANUAL, SYSTEMD_BANNER } from './manual.table.ts';
import { SYSTEMCTL_OPTIONS } from './options.table.ts';
import { propertiesOf } from './show.ts';
import { statusText } from './status.ts';
import { changeUnitFiles, FILE_VERBS, type FileVerb } from './unitFiles.ts';
import { fitsPattern, knownUnits, type UnitView, unitName, unitView } from './unitView.ts';
import { UNMODELLED_VERBS, VERBS } from './verbs.table.ts';

/** A call of systemctl, its options read. */
interface Call {
  readonly context: CommandContext;
  readonly node: Node;
  readonly given: readonly GivenOption[];
  readonly verb: string;
  /** What stands behind the verb, as typed. */
  readonly names: readonly string[];
}

/** `systemctl`: what systemd holds of the node's units, and what it does with its kubelet. Models systemd 255. */
export const systemctl: NodeCommand = {
  name: 'systemctl',
  manual: SYSTEMCTL_MANUAL,
  run(parameters, context) {
    const read = readOptions('systemctl', parameters, SYSTEMCTL_OPTIONS);
    if (!read.ok) return complained(`${read.message}\n`);
    const { given, operands } = read;
    if (isGiven(given, 'help')) return printed(SYSTEMCTL_HELP);
    if (isGiven(given, 'version')) return printed(SYSTEMD_BANNER);
    if (isGiven(given, 'unmodelled')) return notModelled('systemctl can do this, but it is not modelled here.');
    const node = nodeNamed(context.world, context.node);
    if (node === undefined) return notModelled(`there is no node ${context.node}.`);
    const [verb = 'list-units', ...names] = operands;
    return dispatch({ context, node, given, verb, names });
  },
  complete(words, { world, node }) {
    const last = words.at(-1) ?? '';
    const among = (names: readonly string[]) =>
      [...names].filter((name) => name.startsWith(last)).map((insert) => ({ insert }));
    if (last.startsWith('-')) {
      return among(
        SYSTEMCTL_OPTIONS.filter(({ key }) => key !== 'unmodelled').flatMap(({ long, argument }) =>
          long === undefined ? [] : [`--${long}${argument === 'required' ? '=' : ''}`],
        ),
      );
    }
    const host = nodeNamed(world, node);
    if (!words.slice(0, -1).some((word) => !word.startsWith('-'))) return among(VERBS);
    return host === undefined ? [] : among(knownUnits(world, host).map(({ name }) => name));
  },
};

function dispatch(call: Call): CommandResult {
  const { verb, names, context, given } = call;
  if (UNMODELLED_VERBS.includes(verb)) return notModelled(`systemctl ${verb} is not modelled.`);
  if (!VERBS.includes(verb)) return complained(`Unknown command verb '${verb}'.\n`);
  const needsUnit = ![
    'list-units',
    'list-unit-files',
    'status',
    'show',
    'daemon-reload',
    'reset-failed',
    'is-failed',
    'is-system-running',
    'get-default',
  ].includes(verb);
  if (needsUnit && names.length === 0) return complained('Too few arguments.\n');
  const units = unitsOf(call);
  if (isAction(verb)) return actOn(context.world, context.node, verb, units);
  if (isFileVerb(verb)) {
    return changeUnitFiles(context.world, context.node, verb, units, {
      now: isGiven(given, 'now'),
      quiet: isGiven(given, 'quiet'),
      noReload: isGiven(given, 'no-reload'),
    });
  }
  switch (verb) {
    case 'list-units':
      return printed(unitList(context.world, call.node, filterOf(call)));
    case 'list-unit-files':
      return printed(unitFileList(context.world, call.node, filterOf(call)));
    case 'status':
      return status(call, units);
    case 'show':
      return show(call, units);
    case 'cat':
      return cat(call, units);
    case 'edit':
      return edit(call, units);
    case 'is-active':
      return states(call, units, ({ active }) => active, ['active'], 3);
    case 'is-failed':
      return states(call, units, ({ active }) => active, ['failed'], 1);
    case 'is-enabled':
      return enabled(call, units);
    case 'kill':
      return kill(call, units);
    case 'reset-failed':
      return acted(
        (units.length === 0 ? [KUBELET_UNIT] : units).map((unit) => ({
          type: 'reset-failed',
          node: context.node,
          unit,
        })),
      );
    case 'daemon-reload':
      return names.length > 0
        ? complained('Too many arguments.\n')
        : stepped(context.world, { type: 'daemon-reload', node: context.node });
    case 'get-default':
      return printed('multi-user.target\n');
    default: {
      const failed = knownUnits(context.world, call.node).some(({ active }) => active === 'failed');
      return printed(failed ? 'degraded\n' : 'running\n', failed ? 1 : 0);
    }
  }
}

function isAction(verb: string): verb is Action {
  return (ACTIONS as readonly string[]).includes(verb);
}

function isFileVerb(verb: string): verb is FileVerb {
  return (FILE_VERBS as readonly string[]).includes(verb);
}

function viewOf({ context, node }: Call, name: string): UnitView {
  return unitView(context.world, node, name);
}

/** Names as units; a pattern stands for the units in memory that fit it. */
function unitsOf({ context, node, names }: Call): readonly string[] {
  return names.flatMap((name) => {
    if (!/[*?[]/.test(name)) return [unitName(name)];
    return knownUnits(context.world, node)
      .map((unit) => unit.name)
      .filter((unit) => fitsPattern(unit, unitName(name)));
  });
}

function filterOf({ given, names }: Call): Filter {
  const list = (key: string): string[] => allGiven(given, key).flatMap((text) => text.split(','));
  const legend = lastGiven(given, 'legend');
  return {
    patterns: names,
    states: [...list('state'), ...(isGiven(given, 'failed') ? ['failed'] : [])],
    types: list('type'),
    all: isGiven(given, 'all'),
    legend: !isGiven(given, 'no-legend') && !['no', 'false', '0', 'off'].includes(legend ?? ''),
  };
}

/** Exit code 3 when a unit does not run, 4 when there is none: the first that is not 0 counts. */
function status(call: Call, units: readonly string[]): CommandResult {
  const { context, node, given } = call;
  if (call.names.length === 0)
    return notModelled('the status of the whole system is not modelled: name a unit, as in systemctl status kubelet.');
  const lines = lastGiven(given, 'lines') ?? '10';
  if (!/^\d+$/.test(lines)) return complained(`Failed to parse lines '${lines}'\n`);
  const width = isGiven(given, 'full') ? Number.POSITIVE_INFINITY : widthOf(context);
  const style = { width, lines: Number(lines), now: context.world.now };
  let result = printed('');
  let cut = false;
  for (const name of units) {
    const byPid = /^(\d+)\.service$/.exec(name);
    const view = viewOf(call, byPid === null ? name : ofPid(call, Number(byPid[1])));
    const told = statusText(view, node.host, style);
    const missing = view.load === 'not-found' && view.active === 'inactive';
    const gap = result.stdout === '' || missing ? '' : '\n';
    const code = missing ? 4 : view.active === 'active' ? 0 : 3;
    const one = missing
      ? complained(`Unit ${name} could not be found.\n`, 4)
      : { ...printed(gap + told.stdout, code), stderr: told.stderr };
    cut ||= !missing && told.cut;
    result = joined(result, one, result.exitCode === 0 ? one.exitCode : result.exitCode);
  }
  const hint = cut ? 'Hint: Some lines were ellipsized, use -l to show in full.\n' : '';
  return { ...result, stdout: result.stdout + hint };
}

function cat(call: Call, units: readonly string[]): CommandResult {
  let result = printed('');
  for (const name of units) {
    const next = catUnit(viewOf(call, name), call.node.host);
    const gap = result.stdout === '' || next.stdout === '' ? '' : '\n';
    result = joined(result, { ...next, stdout: gap + next.stdout });
    if (next.exitCode !== 0) break;
  }
  return result;
}

/** The unit that a process belongs to. */
function ofPid({ context, node }: Call, pid: number): string {
  return knownUnits(context.world, node).find(({ process }) => process?.pid === pid)?.name ?? `${pid}.service`;
}

function show(call: Call, units: readonly string[]): CommandResult {
  const { given, node, names } = call;
  if (names.length === 0)
    return notModelled("the manager's own properties are not modelled: name a unit, as in systemctl show kubelet.");
  const wanted = [...allGiven(given, 'property'), ...allGiven(given, 'value-of')].flatMap((text) => text.split(','));
  const bare = isGiven(given, 'value') || isGiven(given, 'value-of');
  const blocks = units.map((name) => {
    const properties = propertiesOf(viewOf(call, name), name === KUBELET_UNIT ? node.kubelet : null);
    const shown = properties.filter(([key, value]) =>
      wanted.length === 0 ? value !== '' || isGiven(given, 'all') : wanted.includes(key),
    );
    return textOf(shown.map(([key, value]) => (bare ? value : `${key}=${value}`)));
  });
  return printed(blocks.join('\n'));
}

function edit(call: Call, units: readonly string[]): CommandResult {
  const { context, node, given } = call;
  if (units.length > 1) return notModelled('systemctl edit is modelled for one unit at a time.');
  const view = viewOf(call, units[0] ?? '');
  const named = lastGiven(given, 'drop-in') ?? 'override';
  const options = { full: isGiven(given, 'full'), dropIn: named.endsWith('.conf') ? named : `${named}.conf` };
  return isGiven(given, 'stdin')
    ? saveEdit(view, node.host, context.node, context.stdin, options)
    : openEdit(view, node.host, options);
}

/** A word for each unit; success as soon as one is in a wanted state. */
function states(
  call: Call,
  units: readonly string[],
  word: (unit: UnitView) => string,
  wanted: readonly string[],
  otherwise: number,
): CommandResult {
  const views =
    units.length === 0 ? knownUnits(call.context.world, call.node) : units.map((name) => viewOf(call, name));
  const found = views.some((view) => wanted.includes(word(view)));
  const missing = views.every(({ load, active }) => load === 'not-found' && active === 'inactive');
  const text = isGiven(call.given, 'quiet') || units.length === 0 ? '' : textOf(views.map(word));
  return printed(text, found ? 0 : missing ? 4 : otherwise);
}

function enabled(call: Call, units: readonly string[]): CommandResult {
  let result = printed('');
  let any = false;
  for (const name of units) {
    const { fileState } = viewOf(call, name);
    if (fileState === '') {
      return joined(result, complained(`Failed to get unit file state for ${name}: No such file or directory\n`), 1);
    }
    any ||= fileState === 'enabled' || fileState === 'static';
    result = joined(result, printed(isGiven(call.given, 'quiet') ? '' : `${fileState}\n`));
  }
  return { ...result, exitCode: any ? 0 : 1 };
}

function kill(call: Call, units: readonly string[]): CommandResult {
  const { context, given } = call;
  const text = (lastGiven(given, 'signal') ?? 'TERM').toUpperCase().replace(/^SIG/, '');
  const named = /^\d+$/.test(text)
    ? (Object.entries(SIGNALS).find(([, number]) => number === Number(text))?.[0] ?? '')
    : text;
  if (!Object.hasOwn(SIGNALS, named))
    return complained(`Failed to parse signal string ${lastGiven(given, 'signal') ?? ''}.\n`);
  let result = printed('');
  for (const name of units) {
    const { process, load } = viewOf(call, name);
    if (load === 'not-found')
      result = joined(result, complained(`Failed to kill unit ${name}: Unit ${name} not loaded.\n`));
    else if (name !== KUBELET_UNIT)
      result = joined(
        result,
        notModelled(`${name} runs here from boot to end: systemctl kill is modelled for ${KUBELET_UNIT} only.`),
      );
    else if (process === null)
      result = joined(result, complained(`Failed to kill unit ${name}: No main process to kill\n`));
    else
      result = joined(
        result,
        stepped(context.world, { type: 'signal', node: context.node, pid: process.pid, signal: named }),
      );
  }
  return result;
}
