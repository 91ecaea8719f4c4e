import type { Page } from '@playwright/test';
import { type SeededRandom, seededRandom } from './fixtures/seededRandom.ts';
import { expect, test } from './fixtures/test.ts';

test.use({ editor: 'plain' });

const ROUNDS = 15;

const FRAGMENTS = [
  'apiVersion: kubelet.config.k8s.io/v1beta1\n',
  'kind: KubeletConfiguration\n',
  'authentication:\n  anonymous:\n    enabled: ',
  'port: 99999999999999999999\n',
  '[Service]\n',
  'ExecStart=\n',
  'ExecStart=/usr/bin/kubelet $ARGS --',
  'Environment="A=%n \\\n',
  'EnvironmentFile=-/etc/default/kubelet\n',
  'KUBELET_EXTRA_ARGS=--feature-gates=',
  '__proto__: {constructor: 1}\n',
  'toString=1\n',
  '\t',
  '- [{}]: *alias &anchor !!binary |\n',
  '"\\u0000\\x',
  '\u0000\u0007\u001b[31m',
  '\u202e\u{1f6a2}é\ufeff\ud800',
  '%s%d%n',
  ' : ? , # - > | @ ` ',
  '\r\n',
  "'",
  '"',
  '\\',
  '---\n',
];

const WORDS = [
  'curl',
  '-sk',
  '-v',
  '-i',
  '-w',
  "'%{http_code}\\n'",
  '%{nonsense}',
  '-H',
  '"Authorization: Bearer $(cat prometheus.token)"',
  '--cert',
  'bob.crt',
  '--key',
  'admin.key',
  '-X',
  'DELETE',
  'https://localhost:10250/pods',
  'https://localhost:10250/run/default/web-node01/nginx?cmd=id',
  'http://localhost:10255/[1-3]{a,b}',
  'https://[::1]:10250/%zz/../..//',
  'ftp://x',
  '-d',
  '@/etc/shadow',
  '$(',
  '`id`',
  '"',
  "'",
  '\\',
  '|',
  '>',
  '&&',
  '--proto',
  '-',
  '--',
  '__proto__',
  '\u{1f6a2}',
  '-o',
  '/dev/null',
];

const FILES = ['config.yaml', '10-kubeadm.conf', 'kubeadm-flags.env', 'kubelet.service'];

/** One round, as it was drawn by lot. */
interface Round {
  readonly file: string;
  readonly text: string;
  /** Where in the file the text goes, as a share of its length; null when it takes the whole file's place. */
  readonly cut: number | null;
  readonly reload: boolean;
  readonly restart: boolean;
  readonly line: string;
}

function draw(random: SeededRandom): Round {
  return {
    file: random.pick(FILES),
    text: random.several(FRAGMENTS, 12).join(''),
    cut: random.below(2) === 0 ? null : random.below(101) / 100,
    reload: random.below(2) === 0,
    restart: random.below(2) === 0,
    line: [random.below(4) > 0 ? 'curl' : 'x', ...random.several(WORDS, 8)].join(' '),
  };
}

/** Plays rounds within the page, by the same fields and buttons as a hand would; each is drawn before the next begins. */
function play(page: Page, rounds: readonly Round[]): Promise<void> {
  return page.evaluate(async (all) => {
    const found = <T extends Element>(kind: new () => T, selector: string, text = ''): T => {
      const element = [...document.querySelectorAll(selector)].find((one) => one.textContent?.includes(text));
      if (!(element instanceof kind)) throw new Error(`There is no ${selector} with “${text}”.`);
      return element;
    };
    const write = (field: HTMLInputElement | HTMLTextAreaElement, text: string): void => {
      // React listens to the setter of the element itself; that of its kind is what typing uses.
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    for (const { file, text, cut, reload, restart, line } of all) {
      found(HTMLButtonElement, '#files [role="tab"]', file).click();
      await drawn();
      const area = found(HTMLTextAreaElement, '#files-panel textarea');
      const at = Math.round((cut ?? 0) * area.value.length);
      write(area, cut === null ? text : area.value.slice(0, at) + text + area.value.slice(at));
      await drawn();
      if (reload) found(HTMLButtonElement, '.strip button', 'daemon-reload').click();
      if (restart) found(HTMLButtonElement, '.strip button', 'Restart').click();
      write(found(HTMLInputElement, '#request-line'), line);
      await drawn();
      found(HTMLFormElement, 'form.ask').requestSubmit();
      await drawn();
    }
  }, rounds);
}

for (const seed of [1, 2, 3, 4]) {
  test(`whatever is written and asked, there is an answer or words, seed ${seed}`, async ({ bench, page }) => {
    const { requests } = bench;
    const random = seededRandom(seed);
    const rounds = Array.from({ length: ROUNDS }, () => draw(random));
    await play(page, rounds);
    await expect(requests.asked).toHaveCount(ROUNDS);
    // What curl printed stands behind the buttons of an entry, or that it printed nothing.
    for (const entry of await requests.asked.allTextContents()) expect(entry).toMatch(/Ask again\s*\S/);
    await expect(page.getByText('Something on this screen broke')).toHaveCount(0);
    await expect(bench.briefing.tasks).toHaveCount(3);
    await bench.reload();
    await expect(requests.asked).toHaveCount(ROUNDS);
  });
}
