import type { JsonSchema } from './jsonSchema.ts';

/** What a value must be, in a few words for a table: "list of absolute paths" is "list: absolute path". */
export function typeWords(schema: JsonSchema): string {
  if (schema.title !== undefined) return schema.title;
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(code).join(', ');
  if (schema.$ref !== undefined) return `[${schema.$ref.split('/').at(-1) ?? ''}](#checks)`;
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeWords).join(' or ');
  if (schema.type === 'array') return `list${countWords(schema)}${itemWords(schema.items)}`;
  if (schema.type === 'object') return schema.properties === undefined ? mapWords(schema) : 'keys of its own';
  if (schema.type === 'string') return 'text';
  if (schema.type === 'boolean') return '`true`, `false`';
  return `${schema.type === 'integer' ? 'whole number' : 'number'}${rangeWords(schema)}`;
}

function itemWords(items: JsonSchema | undefined): string {
  return items === undefined || items.type === 'object' ? '' : `: ${typeWords(items)}`;
}

function countWords({ minItems, maxItems }: JsonSchema): string {
  if (minItems !== undefined && minItems === maxItems) return ` of ${minItems}`;
  return minItems === undefined || minItems === 0 ? '' : ` of ${minItems} or more`;
}

function mapWords({ propertyNames, additionalProperties }: JsonSchema): string {
  const value = typeof additionalProperties === 'object' ? typeWords(additionalProperties) : 'anything';
  return `by ${propertyNames === undefined ? 'key' : typeWords(propertyNames)}: ${value}`;
}

function rangeWords({ minimum, maximum }: JsonSchema): string {
  if (minimum === undefined) return '';
  return maximum === undefined ? ` from ${minimum}` : ` ${minimum} to ${maximum}`;
}

/** A value as it stands in a pack. */
export function code(value: unknown): string {
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}
