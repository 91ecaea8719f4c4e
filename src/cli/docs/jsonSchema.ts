import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { checkSchema } from '#packs/checks.ts';
import { examSchema } from '#packs/exam.ts';
import { lessonSchema } from '#packs/lesson.ts';
import { scenarioSchema } from '#packs/schema.ts';

/** As much of JSON Schema, draft 7, as the packs' schemas become. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly propertyNames?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** The files that a pack may be, and what each holds. */
export const FORMATS = { scenario: scenarioSchema, lesson: lessonSchema, exam: examSchema } as const;
export type Format = keyof typeof FORMATS;

/** The schema of what an author writes, for editors. Checks stand among its definitions. */
export function schemaOf(format: Format): JsonSchema {
  const definitions = format === 'exam' ? {} : { check: checkSchema };
  return converted(FORMATS[format], definitions);
}

/** The schema of each check, by its name. */
export function checkSchemas(): readonly (readonly [name: string, schema: JsonSchema])[] {
  return (converted(checkSchema, {}).oneOf ?? []).map((schema) => {
    const { check }: Readonly<Record<string, JsonSchema>> = schema.properties ?? {};
    return [String(check?.const ?? ''), schema];
  });
}

function converted(schema: GenericSchema, definitions: Readonly<Record<string, GenericSchema>>): JsonSchema {
  return toJsonSchema(schema, { target: 'draft-07', typeMode: 'input', definitions }) as JsonSchema;
}
