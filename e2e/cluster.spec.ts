import { expect, test } from './fixtures/test.ts';
import { expectNoFindings } from './pages/findings.ts';
import { faults } from './pages/shape.ts';
import { Terminal } from './pages/terminal.ts';

test('kubectl logs is drawn in two hops, broken and explained, and its causes lead to both nodes', async ({
  bench,
  page,
}) => {
  const terminal = new Terminal(page);
  await terminal.open();
  expect(await terminal.run('kubectl logs web-node01 --tail=1')).toContain('ready for start up');
  const picture = page.getByRole('region', { name: 'Pipeline' });
  await expect(picture).toContainText('API server sees kubernetes-admin');
  await expect(picture).toContainText('kubelet on node01 sees kube-apiserver-kubelet-client, not who typed it');
  await expect(picture.getByRole('list', { name: /^Gates of request 1/ })).toHaveCount(2);

  await terminal.run("sed -i '/clientCAFile/d' /var/lib/kubelet/config.yaml");
  await terminal.run(
    "sed -i 's/ --anonymous-auth=true --authorization-mode=AlwaysAllow//' /usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf",
  );
  await terminal.run('systemctl daemon-reload && systemctl restart kubelet');
  await page.getByRole('tab', { name: 'Logs' }).click();
  const logs = page.getByRole('region', { name: 'Why are my logs broken?' });
  await expect(logs).toContainText('Logs are broken. The kubelet does not accept the API server');
  await expect(logs).toContainText('You must be logged in to the server');
  const way = logs.getByRole('list', { name: 'The way of the log' }).getByRole('listitem');
  await expect(way.filter({ hasText: 'who is asking?' })).toContainText('ends here');
  expect(await faults(page), 'the panel of logs').toEqual([]);
  await expectNoFindings(page, 'the panel of logs');

  await logs
    .getByRole('button', { name: /^kube-apiserver.yaml line \d+/ })
    .first()
    .click();
  await expect(page.getByRole('combobox', { name: 'Node' })).toHaveValue('controlplane');
  await expect(bench.files.drawn).toContainText('kubelet-client-certificate');
  await expect(page.getByRole('heading', { name: 'The kubelet on controlplane' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Node' }).selectOption('node01');
  await expect(bench.news).toContainText('Now on node01.');

  const asking = page.getByRole('region', { name: 'Worth asking yourself' });
  await expect(asking).toContainText('Who is the kubelet’s client when you type kubectl logs?');
  await asking.getByRole('button', { name: 'Why?' }).first().click();
  await asking.getByRole('button', { name: 'Show the answer' }).first().click();
  await expect(asking).toContainText('clientCAFile: /etc/kubernetes/pki/ca.crt');
  await expectNoFindings(page, 'a diagnosis');
});

test('an API server that is broken by its manifest refuses kubectl, and the node tells why', async ({
  bench,
  page,
}) => {
  await expect(bench.files.editor).toBeVisible();
  const terminal = new Terminal(page);
  await terminal.open();
  await page.keyboard.type('ssh controlplane\n');
  await terminal.prompt('root@controlplane:~#');
  await terminal.run(
    "sed -i 's/--authorization-mode=Node,RBAC/--authorization-mode=Node,RBACK/' /etc/kubernetes/manifests/kube-apiserver.yaml",
  );
  await terminal.run('sleep 30');
  expect(await terminal.run('kubectl get nodes')).toContain('The connection to the server 10.0.0.10:6443 was refused');
  expect(await terminal.run('crictl ps -a | grep kube-apiserver')).toContain('Exited');
  await terminal.run("sed -i 's/RBACK/RBAC/' /etc/kubernetes/manifests/kube-apiserver.yaml");
  await terminal.run('sleep 60');
  expect(await terminal.run('kubectl get nodes')).toMatch(/controlplane\s+Ready/);
});
