import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/** `node record.mjs FOLDER`: FOLDER/VERSION/kubelet is a kubelet of that version. Writes help-VERSION.txt and lines.jsonl beside this file. */
const VERSIONS = ['1.36.3', '1.34.9', '1.31.14'];
const here = (name) => new URL(name, import.meta.url);
const lines = readFileSync(here('lines.txt'), 'utf8').split('\n').filter(Boolean);
const folder = process.argv[2] ?? '.';

const records = VERSIONS.flatMap((version) => {
  const kubelet = (words) => spawnSync(`${folder}/${version}/kubelet`, words, { cwd: '/', encoding: 'utf8', timeout: 10_000 });
  const help = kubelet(['--help']).stdout;
  writeFileSync(here(`help-${version}.txt`), help);
  return lines.map((line) => {
    const { stdout, stderr, status } = kubelet(line.split(' '));
    return JSON.stringify({ version, line, stdout: stdout === help ? '@help' : stdout, stderr, exitCode: status });
  });
});
writeFileSync(here('lines.jsonl'), `${records.join('\n')}\n`);
