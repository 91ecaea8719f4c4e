import type { Path } from './document.ts';

/** What is looked at of a schema, whatever it is a schema of. */
interface Part {
  readonly type?: unknown;
  readonly wrapped?: unknown;
  readonly entries?: unknown;
  readonly item?: unknown;
  readonly value?: unknown;
  readonly key?: unknown;
  readonly options?: unknown;
  readonly literal?: unknown;
}

/** The keys that a schema allows at a place of a value; none where it allows any, or nothing is known. */
export function keysAt(schema: unknown, value: unknown, path: Path): readonly string[] {
  let part = plain(schema, value);
  let here = value;
  for (const step of path) {
    here =
      isRecord(here) || Array.isArray(here) ? (here as Readonly<Record<string, unknown>>)[String(step)] : undefined;
    part = plain(below(part, String(step)), here);
  }
  return isRecord(part.entries) ? Object.keys(part.entries) : [];
}

function below(part: Part, step: string): unknown {
  if (isRecord(part.entries)) return Object.hasOwn(part.entries, step) ? part.entries[step] : undefined;
  return part.type === 'record' ? part.value : part.item;
}

/** Without what may be left out around it, and of several schemas the one that the value says it is. */
function plain(schema: unknown, value: unknown): Part {
  if (!isRecord(schema)) return {};
  const part: Part = schema;
  if (isRecord(part.wrapped)) return plain(part.wrapped, value);
  if (part.type !== 'variant' || !Array.isArray(part.options) || typeof part.key !== 'string') return part;
  const { key } = part;
  const said = isRecord(value) ? value[key] : undefined;
  const option = part.options.find((each: unknown) => {
    const { entries }: Part = isRecord(each) ? each : {};
    const discriminator: Part = isRecord(entries) && isRecord(entries[key]) ? entries[key] : {};
    return discriminator.literal === said;
  });
  return isRecord(option) ? option : {};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
