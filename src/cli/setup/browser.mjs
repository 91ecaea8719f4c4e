// Runs before `npm test`: sees to a Chromium for the end-to-end tests. Takes the first way that leads to one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { browserPath } from './browserPath.mjs';

function run(program, ...args) {
  return spawnSync(program, args, { stdio: 'inherit' }).status === 0;
}

async function hasPlaywrightBrowser() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath());
}

function installFromPlaywright() {
  const root = process.getuid?.() === 0;
  return run('npx', 'playwright', 'install', ...(root ? ['--with-deps'] : []), 'chromium');
}

function installFromDistribution() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  return run('apt-get', 'update') && run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium');
}

const there = browserPath() !== null || (await hasPlaywrightBrowser());
if (!there && !installFromPlaywright() && !installFromDistribution()) {
  process.stderr.write('No Chromium for the end-to-end tests: install one, or name it in PORTSIDE_CHROMIUM.\n');
  process.exitCode = 1;
}
