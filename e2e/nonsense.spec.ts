import { seededRandom } from './fixtures/seededRandom.ts';
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

for (const seed of [1, 2, 3, 4]) {
  test(`whatever is written and asked, there is an answer or words, seed ${seed}`, async ({ bench, page }) => {
    const { files, requests, strip } = bench;
    const random = seededRandom(seed);
    for (let round = 1; round <= ROUNDS; round += 1) {
      await files.open(random.pick(FILES));
      const before = await files.plainText();
      const text = random.several(FRAGMENTS, 12).join('');
      const cut = random.below(before.length + 1);
      await files.editor.fill(random.below(2) === 0 ? text : before.slice(0, cut) + text + before.slice(cut));
      if (random.below(2) === 0) await strip.daemonReload.click();
      if (random.below(2) === 0) await strip.restart.click();
      const line = [random.below(4) > 0 ? 'curl' : 'x', ...random.several(WORDS, 8)].join(' ');
      await requests.send(line);
      // What curl printed stands behind the buttons of an entry, or that it printed nothing.
      await expect(requests.latest, line).toContainText(/Ask again\s*\S/);
    }
    await expect(page.getByText('Something on this screen broke')).toHaveCount(0);
    await expect(bench.briefing.tasks).toHaveCount(3);
    await bench.reload();
    await expect(requests.asked).toHaveCount(ROUNDS);
  });
}
