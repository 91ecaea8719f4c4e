import { expect, test } from 'vitest';
import { BASES } from '#engine/world/bases.ts';
import { nodeFileSystem } from './fileSystem.ts';
import { privateWorld } from './privateWorld.ts';

function opened() {
  const { world, node } = BASES['kubeadm-node'](0);
  const fork = privateWorld(world);
  const files = nodeFileSystem({ node, world: fork.world, apply: fork.apply }, new Set(['ls', 'portside-keep']), 0);
  return { files, fork };
}

test('directories that every node has are there, empty or not', async () => {
  const { files } = opened();
  expect(files.status('/tmp')).toMatchObject({ kind: 'directory', mode: 0o1777 });
  expect(files.status('/bin/ls')).toMatchObject({ kind: 'file', mode: 0o755 });
  expect(files.names('/usr/bin')).toContain('ls');
  expect(files.names('/usr/bin')).not.toContain('portside-keep');
  expect(await files.exists('/nope')).toBe(false);
});

test('nothing is written where there is no directory, nor over one', async () => {
  const { files, fork } = opened();
  await expect(files.writeFile('/nope/a', 'x')).rejects.toThrow('ENOENT');
  await expect(files.writeFile('/etc', 'x')).rejects.toThrow('EISDIR');
  await expect(files.writeFile('/etc/hosts/a', 'x')).rejects.toThrow('ENOTDIR');
  await expect(files.mkdir('/etc/hosts')).rejects.toThrow('EEXIST');
  await expect(files.rm('/etc/kubernetes')).rejects.toThrow('ENOTEMPTY');
  await expect(files.rm('/dev/null')).rejects.toThrow('EPERM');
  await expect(files.symlink('/a', '/tmp/b')).rejects.toThrow('EPERM');
  await files.writeFile('/dev/null', 'x');
  expect(fork.events()).toEqual([]);
});

test('a copy has the text, a move also mode and owner', async () => {
  const { files, fork } = opened();
  await files.writeFile('/tmp/a', 'x');
  await files.chmod('/tmp/a', 0o600);
  await files.cp('/tmp/a', '/tmp/b');
  await files.mv('/tmp/a', '/tmp/c');
  expect(files.status('/tmp/a')).toBeNull();
  expect(files.status('/tmp/b')).toMatchObject({ mode: 0o600, size: 1 });
  expect(files.status('/tmp/c')).toMatchObject({ mode: 0o600, size: 1 });
  await files.mkdir('/tmp/d/e', { recursive: true });
  await files.mv('/tmp/d', '/tmp/f');
  await files.cp('/tmp/f', '/tmp/g', { recursive: true });
  expect(files.status('/tmp/g/e')?.kind).toBe('directory');
  await files.rm('/tmp/f', { recursive: true });
  expect(files.status('/tmp/f')).toBeNull();
  expect(fork.events().length).toBeGreaterThan(8);
});

test('playing the events on the world that was copied makes the same world', async () => {
  const { world, node } = BASES['kubeadm-node'](0);
  const fork = privateWorld(world);
  const files = nodeFileSystem({ node, world: fork.world, apply: fork.apply }, new Set(), 0);
  await files.writeFile('/tmp/a', '');
  await files.appendFile('/tmp/a', '1');
  await files.appendFile('/tmp/a', '2');
  await files.chmod('/tmp/a', 0o700);
  await files.appendFile('/tmp/a', '3');
  const again = privateWorld(world);
  for (const event of fork.events()) again.apply(event);
  expect(again.world()).toEqual(fork.world());
  expect(fork.events()).toHaveLength(3);
});
