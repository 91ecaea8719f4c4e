// Runs before `npm start` and `npm test`, when nothing may be installed yet: plain JavaScript, Node's own modules only.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/** npm's record of what it installed; older than the lock file means that the lock file has moved on. */
const INSTALLED = 'node_modules/.package-lock.json';

if (!existsSync(INSTALLED)) {
  // No package here needs a script of its own to be installed; one that we never load would compile for a minute.
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else if (statSync(INSTALLED).mtimeMs < statSync('package-lock.json').mtimeMs) {
  process.stdout.write('package-lock.json is newer than what is installed: run npm ci if something is missing.\n');
}
