import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../../json.ts';
import { type PatchKind, patched } from './patch.ts';

const made = (kind: PatchKind, object: JsonObject, patch: unknown) => {
  const result = patched(kind, object, JSON.stringify(patch));
  return 'code' in result ? result.code : result.object;
};

test('a merge patch deletes by null and replaces lists', () => {
  expect(made('merge', { a: { b: 1, c: 2 }, l: [1] }, { a: { b: null }, l: [2, 3] })).toEqual({
    a: { c: 2 },
    l: [2, 3],
  });
});

test('a strategic patch knows members of lists by their keys', () => {
  const pod = { spec: { containers: [{ name: 'a', image: 'x', env: [{ name: 'E', value: '1' }] }, { name: 'b' }] } };
  const patch = {
    spec: {
      containers: [
        { name: 'a', env: [{ name: 'F', value: '2' }] },
        { name: 'b', $patch: 'delete' },
      ],
    },
  };
  expect(made('strategic', pod, patch)).toEqual({
    spec: {
      containers: [
        {
          name: 'a',
          image: 'x',
          env: [
            { name: 'E', value: '1' },
            { name: 'F', value: '2' },
          ],
        },
      ],
    },
  });
  expect(made('strategic', { subjects: [{ name: 'a' }] }, { subjects: [{ name: 'b' }] })).toEqual({
    subjects: [{ name: 'b' }],
  });
  expect(made('strategic', { metadata: { finalizers: ['a'] } }, { metadata: { finalizers: ['b'] } })).toEqual({
    metadata: { finalizers: ['a', 'b'] },
  });
});

test('a JSON patch does all of its operations or none', () => {
  const object = { l: ['a', 'b'], o: { 'x/y': 1 } };
  expect(
    made('json', object, [
      { op: 'add', path: '/l/1', value: 'c' },
      { op: 'remove', path: '/o/x~1y' },
    ]),
  ).toEqual({
    l: ['a', 'c', 'b'],
    o: {},
  });
  expect(made('json', object, [{ op: 'move', from: '/l/0', path: '/first' }])).toEqual({
    ...object,
    l: ['b'],
    first: 'a',
  });
  expect(made('json', object, [{ op: 'test', path: '/l/0', value: 'z' }])).toBe(422);
  expect(made('json', object, { op: 'add' })).toBe(400);
});

test('any patch of anything is an object or a refusal', () => {
  const object = fc.dictionary(fc.constantFrom('a', 'containers', '__proto__', 'constructor'), fc.jsonValue());
  const patch = fc.oneof(
    fc.jsonValue(),
    object,
    fc.array(
      fc.record({
        op: fc.constantFrom('add', 'remove', 'move', 'copy'),
        path: fc.constantFrom('/a', '/a/0', '/__proto__/x', ''),
        from: fc.constantFrom('/a', '/b'),
      }),
    ),
  );
  fc.assert(
    fc.property(
      fc.constantFrom<PatchKind>('merge', 'strategic', 'json', 'apply'),
      object,
      patch,
      (kind, target, change) => {
        const result = patched(kind, target as JsonObject, JSON.stringify(change));
        expect('code' in result || typeof result.object === 'object').toBe(true);
        expect(({} as Record<string, unknown>).x).toBeUndefined();
      },
    ),
    { numRuns: 300 },
  );
});
