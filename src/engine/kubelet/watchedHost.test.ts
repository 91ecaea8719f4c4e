import { expect, test } from 'vitest';
import { after, NODE, nodeOf, started, write } from '../world/playground.fixture.ts';
import { stillReads, watchedHost } from './watchedHost.ts';

test('what is looked at is noted, and only that', () => {
  const world = started();
  const watched = watchedHost(world, NODE);
  expect(watched.world).toEqual(world);
  const fresh = watchedHost(world, NODE);
  const { host } = nodeOf(fresh.world);
  expect([host.address, host.takenPorts]).toEqual([nodeOf(world).host.address, nodeOf(world).host.takenPorts]);
  expect([...fresh.reads.keys()]).toEqual(['address', 'takenPorts']);
});

test('a host that differs elsewhere still reads the same; one whose files were looked at and written does not', () => {
  const world = started();
  const written = after(world, write('/tmp/x', 'y'));
  const [little, files, all] = [watchedHost(world, NODE), watchedHost(world, NODE), watchedHost(world, NODE)];
  expect(nodeOf(little.world).host.hostname).toBe(nodeOf(world).host.hostname);
  expect(Object.keys(nodeOf(files.world).host.files)).not.toHaveLength(0);
  expect({ ...nodeOf(all.world).host }).toEqual(nodeOf(world).host);
  expect([little, files, all].map(({ reads }) => stillReads(reads, nodeOf(written).host))).toEqual([
    true,
    false,
    false,
  ]);
  expect([little, files, all].map(({ reads }) => stillReads(reads, nodeOf(world).host))).toEqual([true, true, true]);
});

test('a node that is not there is not watched', () => {
  const world = started();
  expect(watchedHost(world, 'constructor').world).toBe(world);
});
