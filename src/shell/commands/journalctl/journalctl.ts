import type { JournalLine } from '#engine/host/journal.ts';
import { nodeNamed } from '#engine/world/world.ts';
import type { CommandContext, CommandResult, NodeCommand } from '../../command.ts';
import { complained, entered, notModelled, printed, textOf } from '../answer.ts';
import { allGiven, type GivenOption, isGiven, readOptions } from '../getopt.ts';
import { SYSTEMD_BANNER } from '../systemctl/manual.table.ts';
import { knownUnits } from '../systemctl/unitView.ts';
import { type Entry, entriesOf, OUTPUT_MODES } from './entry.ts';
import { journalFollower } from './follow.ts';
import { JOURNALCTL_HELP, JOURNALCTL_MANUAL } from './manual.table.ts';
import { JOURNALCTL_OPTIONS } from './options.table.ts';
import { printedEntries } from './print.ts';
import { type Query, queryOf } from './query.ts';

/** `journalctl`: what the kubelet of the node wrote, and what systemd wrote about it. Models systemd 255. */
export const journalctl: NodeCommand = {
  name: 'journalctl',
  manual: JOURNALCTL_MANUAL,
  run(parameters, context) {
    const read = readOptions('journalctl', withLineCount(parameters), JOURNALCTL_OPTIONS);
    if (!read.ok) return complained(`${read.message}\n`);
    const { given, operands } = read;
    if (isGiven(given, 'help')) return printed(JOURNALCTL_HELP);
    if (isGiven(given, 'version')) return printed(SYSTEMD_BANNER);
    if (isGiven(given, 'unmodelled')) return notModelled('journalctl can do this, but it is not modelled here.');
    return show(given, operands, context);
  },
  complete(words, { world, node }) {
    const last = words.at(-1) ?? '';
    const before = words.at(-2) ?? '';
    const host = nodeNamed(world, node);
    const among = (names: readonly string[]) =>
      names.filter((name) => name.startsWith(last)).map((insert) => ({ insert }));
    if (/^(?:-[a-z]*u|--unit)$/.test(before) && host !== undefined) {
      return among(knownUnits(world, host).map(({ name }) => name));
    }
    if (before === '-o' || before === '--output') return among([...OUTPUT_MODES]);
    if (before === '-p') return among(['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug']);
    if (!last.startsWith('-')) return [];
    return among(
      JOURNALCTL_OPTIONS.filter(({ key }) => key !== 'unmodelled').flatMap(({ long, argument }) =>
        long === undefined ? [] : [`--${long}${argument === 'required' ? '=' : ''}`],
      ),
    );
  },
};

/** `-n` and `-b` take the next word when it fits: getopt alone would not. */
function withLineCount(parameters: readonly string[]): readonly string[] {
  const words: string[] = [];
  for (const word of parameters) {
    const before = words.at(-1) ?? '';
    const counts = /^-[a-z]*n$/.test(before) || before === '--lines';
    const boots = /^-[a-z]*b$/.test(before);
    if (counts && /^(?:\+?\d+|all)$/.test(word))
      words[words.length - 1] = before === '--lines' ? `--lines=${word}` : before + word;
    else if (boots && /^(?:[+-]?\d+|[0-9a-f]{32}|all)$/.test(word)) words[words.length - 1] = before + word;
    else words.push(word);
  }
  return words;
}

function show(given: readonly GivenOption[], operands: readonly string[], context: CommandContext): CommandResult {
  const { world } = context;
  const host = nodeNamed(world, context.node)?.host;
  if (host === undefined) return notModelled(`there is no node ${context.node}.`);
  const boot = allGiven(given, 'boot').at(-1) ?? '';
  if (!['', '0', '+0', '-0', 'all', '1'].includes(boot)) {
    const which = /^[+-]?\d+$/.test(boot) ? `(${boot})` : boot;
    return complained(`Data from the specified boot ${which} is not available: No such boot ID in journal\n`);
  }
  if (isGiven(given, 'list-boots'))
    return notModelled('a simulated node has booted once: journalctl --list-boots is not modelled.');
  const asked = queryOf(given, operands, world);
  if ('complaint' in asked) return complained(`${asked.complaint}\n`);
  const { query } = asked;
  const shown = newest(host.journal, query);
  const text = printedEntries(shown, query, host);
  if (query.follow) {
    return entered({ kind: 'follow', follower: journalFollower(context.node, query, host.journal.at(-1)) }, text);
  }
  if (shown.length > 0) return printed(text);
  return {
    ...printed(query.quiet || query.lines === 0 ? '' : textOf(['-- No entries --'])),
    exitCode: query.searches ? 1 : 0,
  };
}

/** The entries that a query accepts, the newest so many: read from the end, for a journal is long and its end is asked for. */
function newest(journal: readonly JournalLine[], { accepts, lines }: Query): readonly Entry[] {
  if (lines === null) return journal.flatMap(entriesOf).filter(accepts);
  const found: Entry[] = [];
  for (let index = journal.length - 1; index >= 0 && found.length < lines; index -= 1) {
    const line = journal[index];
    if (line !== undefined) found.unshift(...entriesOf(line).filter(accepts));
  }
  return lines === 0 ? [] : found.slice(-lines);
}
