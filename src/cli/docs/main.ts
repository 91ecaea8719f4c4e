import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { packFolder } from '../packFolder.ts';
import { FORMATS, type Format } from './jsonSchema.ts';
import { outputs, withSchemaLine } from './outputs.ts';

/** `npm run docs`: writes what is made from the schemas of packs, and into each pack where its schema lies. */
for (const [path, text] of outputs()) write(path, text);
for (const entry of packFolder('scenarios')) {
  if (entry.kind === 'file') continue;
  for (const format of Object.keys(FORMATS) as Format[]) {
    const file = `${format}.yaml`;
    const text = Object.hasOwn(entry.files, file) ? entry.files[file] : undefined;
    if (text === undefined) continue;
    const lined = withSchemaLine(format, text);
    if (lined !== text) write(`scenarios/${entry.name}/${file}`, lined);
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  process.stdout.write(`${path}\n`);
}
