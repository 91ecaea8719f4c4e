import type { Problem } from '../problem.ts';
import { type Release, releaseOf } from '../versions/release.ts';
import { decodeConfigFile } from './decode/configFile.ts';
import { type Lines, linesOf, positionAt } from './decode/lines.ts';
import type { Span, Tree } from './decode/tree.ts';
import type { Written } from './decode/unmarshal.ts';
import { applyDefaults, applyEvictionDefaults } from './defaults.ts';
import { leavesOf } from './fields/leaves.ts';
import { gateErrors, type Wishes } from './gates/gates.ts';
import { isUnset, type Slot, type Slots } from './slots.ts';
import { validate } from './validate/validate.ts';
import { View } from './validate/view.ts';

/** The part of a `Problem` that is about words. */
type Words = Pick<Problem, 'severity' | 'message'>;

/**
 * What a kubelet would say of a configuration file if it stood alone: what stops a start as errors, what is ignored as
 * warnings, zeros that mean the default as infos. `path` is the file's, for messages that name it.
 */
export function diagnoseConfigFile(text: string, path: string, version: string): readonly Problem[] {
  const release = releaseOf(version);
  const { minor } = release;
  const lines = linesOf(text);
  const problem = (span: Span, severity: Problem['severity'], message: string): Problem =>
    located(lines, text, span, { severity, message });
  const start = { from: 0, to: 0 };
  if (text === '') return [problem(start, 'error', `kubelet config file "${path}" was empty`)];
  const decoded = decodeConfigFile(text, minor);
  if (!decoded.ok) return [problem(decoded.at.span, 'error', decoded.error)];

  const ignored = (decoded.lenient?.remarks ?? []).map(({ message, span }) =>
    problem(span, 'warning', `strict decoding error: ${message}`),
  );
  const gates = gatesIn(decoded.written);
  const refused = gateErrors(gates, release).map((message) =>
    problem(gateSpan(decoded.tree, message) ?? decoded.written.get('featureGates')?.span ?? start, 'error', message),
  );
  const slots = slotsOf(decoded.written, release, gates);
  // The host's cgroup version is no business of the file.
  const findings = validate(new View(slots, gates, release, 2)).flatMap(({ message, fields }) => {
    const written = fields.map((field) => decoded.written.get(field)).find((found) => found !== undefined);
    return written === undefined ? [] : [problem(written.span, 'error', message)];
  });
  const zeros = zerosIn(decoded.written, slots, minor).map(({ span, message }) => problem(span, 'info', message));
  return [...refused, ...findings, ...ignored, ...zeros];
}

function located(lines: Lines, text: string, span: Span, words: Words): Problem {
  const from = positionAt(lines, Math.min(span.from, text.length));
  const to = positionAt(lines, Math.min(span.to, text.length));
  const lineEnd = (lines.starts[from.line] ?? text.length + 1) - 1;
  const end =
    to.line === from.line
      ? Math.max(to.column, from.column + 1)
      : Math.max(lineEnd - (lines.starts[from.line - 1] ?? 0) + 1, from.column + 1);
  return { line: from.line, column: from.column, endLine: from.line, endColumn: end, ...words };
}

function gatesIn(written: ReadonlyMap<string, Written>): Wishes {
  const value = written.get('featureGates')?.value ?? null;
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.entries(value).map(([name, on]) => [name, on === true]));
}

/** The line of the gate that a message speaks of. */
function gateSpan(tree: Tree, message: string): Span | null {
  if (tree.kind !== 'map') return null;
  const gates = tree.entries.findLast((entry) => entry.key === 'featureGates')?.value;
  if (gates?.kind !== 'map') return null;
  return gates.entries.find((entry) => message.split(/[ ,:]+/).includes(entry.key))?.keySpan ?? null;
}

function slotsOf(written: ReadonlyMap<string, Written>, release: Release, gates: Wishes): Slots {
  const slots = new Map<string, Slot>();
  for (const [path, { value }] of written) slots.set(path, { value, source: { from: 'default' }, beaten: [] });
  return applyEvictionDefaults(applyDefaults(slots, { release, gates }));
}

/** Written values that say "not set" where a reader may think they say zero. */
function zerosIn(
  written: ReadonlyMap<string, Written>,
  slots: Slots,
  minor: number,
): readonly { span: Span; message: string }[] {
  const notes: { span: Span; message: string }[] = [];
  for (const [path, { value, span }] of written) {
    const leaf = leavesOf(minor).get(path);
    const effective = slots.get(path)?.value ?? null;
    if (leaf === undefined || !isUnset(leaf.field, value) || effective === null || effective === value) continue;
    notes.push({ span, message: `${shown(value)} means the default, ${shown(effective)}` });
  }
  return notes;
}

function shown(value: Slot['value']): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}
