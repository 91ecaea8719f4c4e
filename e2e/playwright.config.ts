import { defineConfig, devices } from '@playwright/test';
import { browserPath } from '../src/cli/setup/browserPath.mjs';
import { PORT } from './fixtures/serving.ts';

const path = browserPath();
const root = process.getuid?.() === 0;

/** Chromium on the built page. What the browser does on its own account stays off: it must not disturb a test. */
export default defineConfig({
  testDir: '.',
  globalSetup: './fixtures/serving.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  // In a new browser, and told by the gate: docs/decisions/0012-warm-pages.md.
  retries: 1,
  forbidOnly: true,
  // Long enough for a machine that others share; no test waits by time.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/results.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    // See fixtures/fresh.ts.
    reuseContext: true,
    viewport: { width: 1440, height: 900 },
    baseURL: `http://127.0.0.1:${PORT}/`,
    actionTimeout: 15_000,
    // A trace of every test costs about a fifth of their time; TRACE=1 keeps those of the tests that fail.
    screenshot: 'only-on-failure',
    trace: process.env.TRACE === '1' ? 'retain-on-failure' : 'off',
    launchOptions: {
      ...(path !== null && { executablePath: path }),
      args: [
        ...(root ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
