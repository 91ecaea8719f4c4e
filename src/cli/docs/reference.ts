import { stringify } from 'yaml';
import { checkSchemas, type Format, type JsonSchema, schemaOf } from './jsonSchema.ts';
import { code, typeWords } from './typeWords.ts';

const FILES: readonly Format[] = ['scenario', 'lesson', 'exam'];

/** `docs/scenario-format.md`: every key of every pack file, and every check, as the schemas have them. */
export function reference(): string {
  const written = new Map<string, string>();
  return [
    '# The pack language',
    'Written by `npm run docs` from the schemas in [src/packs](../src/packs); change it there. How to write a scenario: [scenarios.md](scenarios.md).',
    'A folder `scenarios/<id>/` holds exactly one of `scenario.yaml`, `lesson.yaml` and `exam.yaml`, and nothing else. The schemas for editors are served with the page, under `schema/`; a pack that begins with this line is checked while it is written:',
    '```yaml\n# yaml-language-server: $schema=../../public/schema/scenario.schema.json\n```',
    ...FILES.flatMap((format) => fileSection(format, written)),
    '## Checks',
    'One predicate over behaviour. Each is asked of a copy of the world; the text of a file is never looked at, so every correct way counts.',
    ...checkSchemas().flatMap(([name, schema]) => checkSection(name, schema, written)),
  ]
    .join('\n\n')
    .concat('\n');
}

function fileSection(format: Format, written: Map<string, string>): readonly string[] {
  const schema = schemaOf(format);
  return [`## ${format}.yaml`, schema.description ?? '', ...keySections(format, [], schema, written)];
}

/** A table of the keys at a path, and what is nested in them below. What was told before is pointed to. */
function keySections(
  format: Format,
  path: readonly string[],
  schema: JsonSchema,
  written: Map<string, string>,
): readonly string[] {
  const title = path.join('.');
  const keys = JSON.stringify(schema.properties);
  const before = written.get(keys);
  const heading = path.length === 0 ? [] : [`### ${format}: ${title}`, ...sentence(schema.description)];
  if (before !== undefined) return [...heading, `The keys of [${before}](#${anchor(before)}).`];
  written.set(keys, path.length === 0 ? `${format}.yaml` : `${format}: ${title}`);
  const nested = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => nestedIn(key, value));
  return [
    ...heading,
    table(schema),
    ...nested.flatMap(([key, inner]) => keySections(format, [...path, key], inner, written)),
  ];
}

/** The objects that a key holds: itself one, a list of them, or a map to them. */
function nestedIn(key: string, value: JsonSchema): readonly (readonly [string, JsonSchema])[] {
  if (value.properties !== undefined) return [[key, value]];
  if (value.items?.properties !== undefined && value.items.additionalProperties === false) {
    return [[`${key}[]`, value.items]];
  }
  const each = value.additionalProperties;
  return typeof each === 'object' && each.properties !== undefined ? [[`${key}.*`, each]] : [];
}

function checkSection(name: string, schema: JsonSchema, written: ReadonlyMap<string, string>): readonly string[] {
  const examples = (schema.examples ?? []).map(
    (example) => `\`\`\`yaml\n${stringify([example], { lineWidth: 0 }).trimEnd()}\n\`\`\``,
  );
  const { check: _, ...properties } = schema.properties ?? {};
  const keys = Object.keys(properties).length === 0 ? [] : [table({ ...schema, properties })];
  const nested = Object.entries(properties).flatMap(([key, value]) => {
    const told = value.properties === undefined ? undefined : written.get(JSON.stringify(value.properties));
    return told === undefined ? [] : [`\`${key}\` has the keys of [${told}](#${anchor(told)}).`];
  });
  return [`### ${name}`, ...sentence(schema.description), ...keys, ...nested, ...examples];
}

function table({ properties = {}, required = [] }: JsonSchema): string {
  const rows = Object.entries(properties).map(
    ([key, value]) =>
      `| \`${key}\` | ${cell(typeWords(value))} | ${presence(value, required.includes(key))} | ${cell(value.description ?? '')} |`,
  );
  return ['| key | value | when left out | what it says |', '|---|---|---|---|', ...rows].join('\n');
}

function presence(value: JsonSchema, required: boolean): string {
  if (required) return '**must be there**';
  if (value.default === undefined) return '';
  const plain = JSON.stringify(value.default);
  return plain === '{}' || plain === '[]' || plain === '""' ? 'none' : code(value.default);
}

function sentence(description: string | undefined): readonly string[] {
  return description === undefined ? [] : [description];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** GitHub's name of a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}
