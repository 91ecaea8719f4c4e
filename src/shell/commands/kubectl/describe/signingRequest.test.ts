import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSigningRequest } from './signingRequest.ts';

const RECORDED: string[] = [
  ...readFileSync('conformance/kubectl/objects.yaml', 'utf8').matchAll(/^ {2}request: (\S+)$/gm),
].map(([, text = '']) => text);

test('reads subject and alternative names', () => {
  const [serving = '', jane = ''] = RECORDED;
  expect(readSigningRequest(serving)).toMatchObject({
    commonName: 'system:node:kg-worker1',
    alternatives: [
      ['DNS Names', ['kg-worker1']],
      ['Email Addresses', []],
      ['URIs', []],
      ['IP Addresses', ['10.0.0.21']],
    ],
  });
  expect(readSigningRequest(jane)).toMatchObject({ commonName: 'jane', serialNumber: '7' });
});

test('no text throws', () => {
  const [serving = ''] = RECORDED;
  const spoilt = fc.tuple(fc.nat(serving.length), fc.string()).map(([at, text]) => serving.slice(0, at) + text);
  fc.assert(
    fc.property(fc.oneof(fc.string(), spoilt), (text) => readSigningRequest(text) !== undefined),
    { numRuns: 80 },
  );
});
