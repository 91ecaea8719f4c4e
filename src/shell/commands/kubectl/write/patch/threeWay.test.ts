import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patched } from '#engine/apiserver/serve/write/patch.ts';
import type { Json, JsonObject } from '#engine/json.ts';
import { mergePatch } from './mergePatch.ts';
import { sameValue, threeWayPatch } from './threeWay.ts';

const pod = (spec: JsonObject): JsonObject => ({ kind: 'Pod', metadata: { name: 'web' }, spec });

test('what was applied and is wanted no more goes; what others wrote stays', () => {
  const original = { kind: 'ConfigMap', data: { a: '1', b: '2' } };
  const modified = { kind: 'ConfigMap', data: { b: '3', c: '4' } };
  const current = { kind: 'ConfigMap', data: { a: '1', b: '2', others: 'x' } };
  expect(threeWayPatch(original, modified, current)).toEqual({ data: { a: null, b: '3', c: '4' } });
});

test('nothing to do is an empty patch, whatever the order of keys', () => {
  const there = { kind: 'ConfigMap', data: { b: '2', a: '1' }, metadata: { uid: 'x', name: 'c' } };
  expect(threeWayPatch({}, { kind: 'ConfigMap', metadata: { name: 'c' }, data: { a: '1', b: '2' } }, there)).toEqual(
    {},
  );
});

test('containers are told apart by their names, rules of a role are one value', () => {
  const container = (name: string, image: string) => ({ name, image });
  const patch = threeWayPatch(
    pod({ containers: [container('a', '1'), container('gone', '1')] }),
    pod({ containers: [container('a', '2')] }),
    pod({ containers: [container('a', '1'), container('gone', '1'), container('injected', '1')] }),
  );
  expect(patch).toEqual({
    spec: {
      containers: [
        { name: 'a', image: '2' },
        { $patch: 'delete', name: 'gone' },
      ],
    },
  });
  const role = (verbs: readonly string[]) => ({ kind: 'Role', rules: [{ verbs }] });
  expect(threeWayPatch(role(['get']), role(['list']), role(['get']))).toEqual({ rules: [{ verbs: ['list'] }] });
});

test('finalizers are added and taken away one by one', () => {
  const meta = (finalizers: readonly string[]) => ({ kind: 'Pod', metadata: { finalizers } });
  expect(threeWayPatch(meta(['a', 'b']), meta(['b', 'c']), meta(['a', 'b', 'others']))).toEqual({
    metadata: { finalizers: ['c'], '$deleteFromPrimitiveList/finalizers': ['a'] },
  });
});

const text = fc.string({ maxLength: 3 });
const value: fc.Arbitrary<Json> = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 2 }, text, fc.integer(), fc.boolean(), tie('list'), tie('object')),
  list: fc.array(tie('value') as fc.Arbitrary<Json>, { maxLength: 3 }),
  object: fc.dictionary(fc.constantFrom('a', 'b', 'containers', 'name', '__proto__', 'finalizers'), tie('value'), {
    maxKeys: 3,
  }),
})).object as fc.Arbitrary<Json>;

test('a merge patch leads from any object to any other', () => {
  fc.assert(
    fc.property(value, value, (before, after) => {
      const patch = mergePatch(before as JsonObject, after as JsonObject);
      const made = patched('merge', before as JsonObject, JSON.stringify(patch));
      expect('object' in made && sameValue(made.object, JSON.parse(JSON.stringify(after)))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('a patch from any three objects throws never', () => {
  fc.assert(
    fc.property(value, value, value, (original, modified, current) => {
      threeWayPatch(original as JsonObject, modified as JsonObject, current as JsonObject);
    }),
    { numRuns: 60 },
  );
});
