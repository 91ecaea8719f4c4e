import { expect, test } from './fixtures/test.ts';
import { expectNoFindings } from './pages/findings.ts';
import { Fleet } from './pages/fleet.ts';
import { faults } from './pages/shape.ts';
import { Terminal } from './pages/terminal.ts';

test.use({ editor: 'plain' });

test('a fleet: who drifted, how, and the ConfigMap brought to a node by kubeadm', async ({ bench, page }) => {
  await page.goto('./?editor=plain#/sandbox/fleet');
  await expect(bench.files.editor).toBeVisible();
  const fleet = new Fleet(page);
  await fleet.open();
  await expect(fleet.nodes()).toHaveCount(101);
  await expect(fleet.words).toHaveText('4 of 101 nodes are not as the ConfigMap kubelet-config says.');
  await expect(fleet.row('node64')).toContainText('not running');
  await expect(fleet.row('node58')).toContainText('1.34.9');
  await fleet.only('drifted').check();
  await expect(fleet.nodes()).toHaveText(['node07', 'node23', 'node42', 'node77']);
  await expect(await fleet.unfold('node23')).toContainText('A flag wins over the file: --read-only-port=10255');
  await expect(await fleet.unfold('node42')).toContainText('loses it when it restarts');
  await expectNoFindings(page, 'a fleet, its drift spread out');
  expect(await faults(page), 'a fleet').toEqual([]);
  // Not all files' tabs fit: the strip fades where it goes on, and what is chosen is in sight.
  const tabs = bench.files.region.getByRole('tablist', { name: 'Files' });
  await expect(tabs).toHaveAttribute('data-more', 'end');
  await tabs.getByRole('tab').first().focus();
  await page.keyboard.press('End');
  await expect(tabs).toHaveAttribute('data-more', 'start');
  await expect(tabs.getByRole('tab', { selected: true })).toBeInViewport({ ratio: 1 });
  await fleet.row('node07').getByRole('button', { name: 'node07', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'The kubelet on node07' })).toBeVisible();
  await expect(page.getByText('The workbench shows node07.')).toBeAttached();

  const terminal = new Terminal(page);
  await terminal.open();
  await page.keyboard.type('ssh node07\n');
  await terminal.prompt('root@node07:~#');
  const upgraded = await terminal.run('kubeadm upgrade node phase kubelet-config && systemctl restart kubelet');
  expect(upgraded).toContain('The kubelet configuration for this node was successfully upgraded!');
  // The terminal had more room than the journal has, and the journal shows its end all the same.
  await bench.journal.tab.click();
  await expect(bench.journal.lines.last()).toBeInViewport({ ratio: 1 });
  await fleet.open();
  await expect(fleet.words).toHaveText('3 of 101 nodes are not as the ConfigMap kubelet-config says.');
});

test('a serving certificate is asked for, approved and used, and a node leaves and joins again', async ({
  bench,
  page,
}) => {
  await page.goto('./?editor=plain#/sandbox/kubeadm-cluster');
  await expect(page.getByText('A control plane and two workers').first()).toBeVisible();
  await expect(bench.files.editor).toBeVisible();
  const terminal = new Terminal(page);
  await terminal.open();
  await terminal.run('echo "serverTLSBootstrap: true" >> /var/lib/kubelet/config.yaml && systemctl restart kubelet');
  expect(await terminal.run('kubectl logs web-node01 --tail=1')).toContain('remote error: tls: internal error');
  expect(await terminal.run('kubectl get csr')).toMatch(
    /csr-\w{5} .*kubernetes.io\/kubelet-serving +system:node:node01 +<none> +Pending/,
  );
  expect(await terminal.run('kubectl certificate approve $(kubectl get csr -o name | cut -d/ -f2)')).toContain(
    'approved',
  );
  expect(await terminal.run('kubectl get csr')).toContain('Approved,Issued');
  expect(
    await terminal.run('openssl x509 -noout -subject -in /var/lib/kubelet/pki/kubelet-server-current.pem'),
  ).toContain('O = system:nodes, CN = system:node:node01');
  expect(await terminal.run('kubectl logs web-node01 --tail=1')).toContain('ready for start up');

  const join = (await terminal.run('kubeadm token create --print-join-command')).trim();
  await terminal.run('kubectl delete node node02');
  await page.keyboard.type('ssh node02\n');
  await terminal.prompt('root@node02:~#');
  expect(await terminal.run('kubeadm reset --force')).toContain('Stopping the kubelet service');
  expect(await terminal.run(join)).toContain('This node has joined the cluster:');
  await page.keyboard.type('exit\n');
  await terminal.prompt('root@node01:~#');
  expect(await terminal.run('kubectl get node node02')).toContain('Ready');
  await expectNoFindings(page, 'a node that joined');
});
