import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocuments } from './documents.ts';
import { identityProblem, readManifests } from './manifests.ts';

const errors = (text: string, isStrict = true) =>
  readManifests([{ name: 'f.yaml', text }], isStrict ? identityProblem : () => null).map((read) =>
    read.ok ? 'ok' : read.error.kind === 'plain' ? read.error.message : read.error.kind,
  );

test.each([
  ['a: b\n---\nfoo: [\n', 'error converting YAML to JSON: yaml: line 1: did not find expected node content'],
  ['--- x\na: b\n', 'invalid Yaml document separator: x'],
  ['{a: b', "json: offset 2: invalid character 'a' looking for beginning of object key string"],
  ['{"apiVersion":"v1",', 'unexpected EOF'],
])('%j ends with %s', (text, error) => {
  expect(readDocuments(text).error).toBe(error);
});

test('documents may be empty, and JSON objects follow each other', () => {
  expect(readDocuments('---\n# nothing\n---\na: 1\n---\n').values).toEqual([{ a: 1 }]);
  expect(readDocuments('{"a":1}\n{"b":2}').values).toEqual([{ a: 1 }, { b: 2 }]);
  expect(readDocuments('{"a":1}\n---\nb: 2\n').values).toEqual([{ a: 1 }, { b: 2 }]);
});

test('lists are taken apart, and an error leaves what stands before it', () => {
  const list = 'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: A}\n- {apiVersion: v1, kind: B}\n';
  expect(errors(`${list}---\na: [\n`)).toEqual([
    'ok',
    'ok',
    'error parsing f.yaml: error converting YAML to JSON: yaml: line 1: did not find expected node content',
  ]);
});

test('what kind it is, is the validator’s to miss, or the decoder’s', () => {
  const advice = 'if you choose to ignore these errors, turn validation off with --validate=false';
  expect(errors('a: b')).toEqual([
    `error validating "f.yaml": error validating data: [apiVersion not set, kind not set]; ${advice}`,
  ]);
  expect(errors('a: b', false)).toEqual([`unable to decode "f.yaml": Object 'Kind' is missing in '{"a":"b"}'`]);
  expect(errors('apiVersion: v1\nkind: A\nmetadata: {name: 3}\n')).toEqual([
    'unable to decode "f.yaml": json: cannot unmarshal number into Go struct field ObjectMeta.metadata.name of type string',
  ]);
});

test('any text whatsoever is documents or an error', () => {
  const piece = fc.constantFrom(
    '---',
    '\n',
    '{',
    '}',
    '"',
    'a: b',
    '- ',
    '[',
    ': ',
    '# x',
    'kind: List',
    '\t',
    '\\',
    '&a',
    '*a',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 12 }), (pieces) => {
      readManifests([{ name: 'f', text: pieces.join('') }], identityProblem);
      readManifests([{ name: 'f', text: pieces.join('') }], () => null);
    }),
    { numRuns: 150 },
  );
});
