import { existsSync } from 'node:fs';

/** Where distributions put a Chromium. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of a Chromium that this machine has, or null. PORTSIDE_CHROMIUM names one that is elsewhere. */
export function browserPath() {
  const named = process.env.PORTSIDE_CHROMIUM;
  return [...(named ? [named] : []), ...PLACES].find((path) => existsSync(path)) ?? null;
}
