import { FORMATS, type Format, schemaOf } from './jsonSchema.ts';
import { reference } from './reference.ts';

/** Every file that is written from the schemas of packs, by its path below the project. */
export function outputs(): ReadonlyMap<string, string> {
  const schemas = (Object.keys(FORMATS) as Format[]).map(
    (format) => [schemaPath(format), `${JSON.stringify(schemaOf(format), null, 2)}\n`] as const,
  );
  return new Map([['docs/scenario-format.md', reference()], ...schemas]);
}

/** A pack's text with the line that tells an editor where its schema lies; the same text when it has it. */
export function withSchemaLine(format: Format, text: string): string {
  const line = `# yaml-language-server: $schema=../../${schemaPath(format)}\n`;
  return text.startsWith(line) ? text : `${line}${text.replace(/^# yaml-language-server:.*\n/, '')}`;
}

/** Where an editor finds the schema of a pack file. */
export function schemaPath(format: Format): string {
  return `public/schema/${format}.schema.json`;
}
