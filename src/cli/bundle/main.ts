import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BUDGET, firstRouteFiles, forbiddenIn, type Manifest, terminalFiles } from './budget.ts';

const DIST = process.argv[2] ?? 'dist';

let passed = 0;
let failed = 0;

function check(what: string, ok: boolean, detail: string): void {
  if (ok) passed += 1;
  else failed += 1;
  process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${what}: ${detail}\n`);
}

function zipped(file: string): number {
  return gzipSync(readFileSync(join(DIST, file))).length;
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' });
const scripts = files.filter((file) => /\.m?js$/.test(file));
const shipped = files.filter((file) => /\.(m?js|css)$/.test(file));
const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Manifest;
const first = firstRouteFiles(manifest);

const firstBytes = first.reduce((sum, file) => sum + zipped(file), 0);
const terminalBytes = terminalFiles(manifest).reduce((sum, file) => sum + zipped(file), 0);
const totalBytes = shipped.reduce((sum, file) => sum + zipped(file), 0);
const budget = (bytes: number, most: number): string => `${kilobytes(bytes)} gzip of ${kilobytes(most)}`;

check('the bundle has scripts', scripts.length > 0 && first.length > 0, `${scripts.length}, ${first.length} at start`);
check('first route', firstBytes > 0 && firstBytes <= BUDGET.firstRoute, budget(firstBytes, BUDGET.firstRoute));
check(
  'terminal and interpreter',
  terminalBytes > 0 && terminalBytes <= BUDGET.terminal,
  budget(terminalBytes, BUDGET.terminal),
);
check('scripts and styles', totalBytes > 0 && totalBytes <= BUDGET.total, budget(totalBytes, BUDGET.total));
for (const script of scripts) {
  const found = forbiddenIn(readFileSync(join(DIST, script), 'utf8'));
  check(script, found.length === 0, found.join('; ') || 'clean');
}
const largest = shipped.map((file) => ({ file, bytes: zipped(file) })).sort((left, right) => right.bytes - left.bytes);
process.stdout.write('\nlargest, gzip:\n');
for (const { file, bytes } of largest.slice(0, 8))
  process.stdout.write(`  ${kilobytes(bytes).padStart(10)}  ${file}\n`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
