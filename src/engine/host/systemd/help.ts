import { keysIn } from './directives.ts';
import { DIRECTIVE_HELP, type DirectiveHelpRow, SECTION_HELP } from './help.table.ts';
import { parseUnitFile } from './parse.ts';

/** Help for a word of a unit file. */
export interface DirectiveHelp {
  readonly label: string;
  /** The text to insert. */
  readonly insert: string;
  /** One line: what the value is, and the default. */
  readonly detail: string;
  readonly documentation: string;
}

/** Help for a key of a section, or null when systemd does not know it there. */
export function describeDirective(section: string, key: string): DirectiveHelp | null {
  const found = DIRECTIVE_HELP.find((candidate) => candidate.section === section && candidate.key === key);
  if (found !== undefined) return helpOf(found);
  if (!keysIn(section).includes(key)) return null;
  return {
    label: key,
    insert: `${key}=`,
    detail: `[${section}]`,
    documentation: 'systemd takes this; it makes no difference to the simulated node.',
  };
}

/** The keys of a section: those that matter first, then every other that systemd takes. */
export function directiveCompletions(section: string): readonly DirectiveHelp[] {
  const first = DIRECTIVE_HELP.filter((candidate) => candidate.section === section);
  const known = new Set(first.map(({ key }) => key));
  const rest = keysIn(section).filter((key) => !known.has(key));
  return [...first.map(helpOf), ...rest.flatMap((key) => describeDirective(section, key) ?? [])];
}

/** The sections of a service unit. */
export function sectionCompletions(): readonly DirectiveHelp[] {
  return SECTION_HELP.map(({ section, documentation }) => ({
    label: `[${section}]`,
    insert: `[${section}]`,
    detail: 'section',
    documentation,
  }));
}

/** Help for what stands at a line of a unit file: the key of the assignment that covers it, or its section. */
export function unitHelpAt(text: string, line: number): DirectiveHelp | null {
  const directive = parseUnitFile(text, '').directives.find(
    (candidate) => candidate.at.line <= line && line <= candidate.lastLine,
  );
  if (directive !== undefined) return describeDirective(directive.section, directive.key);
  const header = sectionHeader(text.split('\n')[line - 1] ?? '');
  return sectionCompletions().find(({ label }) => label === `[${header ?? ''}]`) ?? null;
}

/** What may be written at a line of a unit file: the keys of the section that it stands in, or the sections. */
export function unitCompletionsAt(text: string, line: number): readonly DirectiveHelp[] {
  const above = text.split('\n').slice(0, Math.max(line, 0));
  if ((above.at(-1) ?? '').trimStart().startsWith('[')) return sectionCompletions();
  const section = above.findLast((candidate) => sectionHeader(candidate) !== null);
  if (section === undefined) return sectionCompletions();
  return directiveCompletions(sectionHeader(section) ?? '');
}

function sectionHeader(line: string): string | null {
  return /^\s*\[([^\]]*)\]\s*$/.exec(line)?.[1] ?? null;
}

function helpOf({ key, detail, documentation }: DirectiveHelpRow): DirectiveHelp {
  return { label: key, insert: `${key}=`, detail, documentation };
}
