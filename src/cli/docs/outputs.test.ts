import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { checkSchema } from '#packs/checks.ts';
import { packFolder } from '../packFolder.ts';
import { checkSchemas, type JsonSchema, schemaOf } from './jsonSchema.ts';
import { outputs, withSchemaLine } from './outputs.ts';

const written = outputs();

test.each([...written.keys()])('%s is as the schemas have it; `npm run docs` writes it', (path) => {
  expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(written.get(path));
});

test('every key says what it is for', () => {
  for (const format of FORMAT_NAMES) expect(silentKeys(schemaOf(format), format)).toEqual([]);
  for (const [name, schema] of checkSchemas()) expect(silentKeys(schema, name)).toEqual([]);
});

test('every check has an example, which is one', () => {
  for (const [name, { description, examples = [] }] of checkSchemas()) {
    expect([name, description, examples.length]).toEqual([name, expect.stringMatching(/\.$/), 1]);
    for (const example of examples) expect(v.safeParse(checkSchema, example)).toMatchObject({ success: true });
  }
});

test('every pack tells its editor where its schema lies; `npm run docs` writes that, too', () => {
  for (const entry of packFolder('scenarios')) {
    if (entry.kind === 'file') continue;
    for (const format of FORMAT_NAMES) {
      const text = Object.hasOwn(entry.files, `${format}.yaml`) ? entry.files[`${format}.yaml`] : undefined;
      if (text === undefined) continue;
      expect([entry.name, text.slice(0, 80)]).toEqual([entry.name, withSchemaLine(format, text).slice(0, 80)]);
      const [, schema = 'nowhere'] = /^# yaml-language-server: \$schema=(\S+)/.exec(text) ?? [];
      expect(written.has(join('scenarios', entry.name, schema))).toBe(true);
    }
  }
});

const FORMAT_NAMES = ['scenario', 'lesson', 'exam'] as const;

/** Keys without a description, by their path. What names a check says it itself. */
function silentKeys(schema: JsonSchema, path: string): readonly string[] {
  const parts = [schema.items, schema.additionalProperties, ...(schema.anyOf ?? [])];
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, value]) => [
      ...(value.description === undefined && key !== 'check' && value.$ref === undefined ? [`${path}.${key}`] : []),
      ...silentKeys(value, `${path}.${key}`),
    ]),
    ...parts.flatMap((part) =>
      typeof part === 'object' && part.additionalProperties !== true ? silentKeys(part, path) : [],
    ),
  ];
}
