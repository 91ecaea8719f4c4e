import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type BrowserContext, chromium } from '@playwright/test';
import { browserPath } from '../../src/cli/setup/browserPath.mjs';

/** A browser with a profile of its own on the disk, that can be killed as the system would. */
export interface KillableBrowser {
  readonly context: BrowserContext;
  /** Ends every process of it at once: nothing is flushed, nobody says goodbye. */
  kill(): Promise<void>;
}

/** Starts Chromium on a profile folder, which may be one that a killed browser left behind. */
export async function startBrowser(profile: string): Promise<KillableBrowser> {
  const child = spawn(
    browserPath() ?? chromium.executablePath(),
    [
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--hide-crash-restore-bubble',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    // A group of its own, so that it can be ended as a whole.
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const browser = await chromium.connectOverCDP(await addressOf(child));
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('The browser opened without a window.');
  return {
    context,
    async kill() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await ended;
      await browser.close().catch(() => {});
    },
  };
}

/** Where it listens for its driver: it says so as it starts. */
async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error('The browser says nothing.');
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    // What it says later must not stop it for want of a listener.
    child.stderr.resume();
    return address;
  }
  throw new Error('The browser ended before it listened.');
}
