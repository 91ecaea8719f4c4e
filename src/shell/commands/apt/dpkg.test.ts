import { expect, test } from 'vitest';
import { BASES } from '#engine/world/bases.ts';
import { contextOf, worldAfter } from '../context.fixture.ts';
import { WARM } from '../nodeWorld.fixture.ts';
import { APT } from './apt.ts';

const run = (line: string, world = WARM) => {
  const [name = '', ...words] = line.split(' ');
  const program = APT.find((each) => each.name === name);
  if (program === undefined) throw new Error(name);
  return program.run(words, contextOf(world));
};

test('the package of the kubelet is found by its name and by its files', () => {
  expect(run('dpkg -l kubelet').stdout.split('\n').slice(3)).toEqual([
    '||/ Name           Version      Architecture Description',
    '+++-==============-============-============-==================================',
    'ii  kubelet        1.36.3-1.1   amd64        Node agent for Kubernetes clusters',
    '',
  ]);
  expect(run('dpkg -l kube*').stdout).toMatch(
    /^ii {2}kubeadm .*\nii {2}kubectl .*\nii {2}kubelet .*\nii {2}kubernetes-cni /m,
  );
  expect(run('dpkg -S /usr/bin/kubelet /usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf').stdout).toBe(
    'kubelet: /usr/bin/kubelet\nkubeadm: /usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf\n',
  );
  expect(run('dpkg -S /var/lib/kubelet/config.yaml')).toMatchObject({
    stderr: 'dpkg-query: no path found matching pattern /var/lib/kubelet/config.yaml\n',
    exitCode: 1,
  });
  expect(run('apt list --installed').stdout).toContain('\nkubelet/unknown,now 1.36.3-1.1 amd64 [installed]\n');
  expect(run('apt-mark showhold')).toMatchObject({ stdout: '', exitCode: 0 });
});

test('another kubelet is another version of its package alone', () => {
  const older = worldAfter(WARM, [{ type: 'upgrade', node: 'node01', version: '1.34.9' }]);
  expect(run('apt list --installed', older).stdout).toMatch(
    /kubeadm\S+ 1\.36\.3-1\.1 [\s\S]*kubelet\S+ 1\.34\.9-1\.1 /,
  );
});

test('on a node set up by hand no package has the kubelet', () => {
  const { world } = BASES['lecture-node'](WARM.now);
  expect(run('dpkg -l kubelet', world)).toMatchObject({
    stdout: '',
    stderr: 'dpkg-query: no packages found matching kubelet\n',
    exitCode: 1,
  });
  expect(run('dpkg -S /usr/bin/kubelet', world).exitCode).toBe(1);
  for (const line of ['dpkg -l bash', 'dpkg -S /bin/ls', 'dpkg -i x.deb', 'dpkg', 'apt-mark hold kubelet'])
    expect(run(line).stderr).toMatch(/^portside: /);
});
