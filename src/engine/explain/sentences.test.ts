import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReasonCode } from '../kubelet/reason.ts';
import type { Facts } from '../kubelet/stage.ts';
import {
  asking,
  configured,
  credentials,
  FLAGS,
  FURTHER_LINES,
  NODE,
  type Offered,
  type Settings,
} from '../world/playground.fixture.ts';
import { step } from '../world/step.ts';
import { answerInWords } from './answer.ts';
import { settingText } from './cause.ts';
import { SENTENCES } from './sentences.table.ts';

/** The facts that `kubelet/reason.ts` promises, each with a value that must be heard in the sentence. */
const FACTS: Readonly<Record<ReasonCode, Facts>> = {
  connected: { address: '10.0.0.11', port: 10250 },
  'no-process': {},
  'port-closed': { port: 10255 },
  'port-unknown': { port: 22 },
  'address-closed': { address: '10.0.0.11', port: 10248, bound: '127.0.0.1' },
  'tls-agreed': { version: '1.3', client: 'bob' },
  'tls-unasked': { client: 'bob' },
  'plain-http': {},
  'http-to-tls': {},
  'tls-to-http': {},
  'tls-version': { offered: '1.1', minimum: '1.2' },
  'tls-cipher': {},
  'no-serving-certificate': { why: 'it was lost' },
  'client-left': { alert: 'oddity', heard: true },
  'client-closed': { names: ['node01', 'localhost'] },
  routed: { endpoint: 'pods', path: '/pods' },
  'not-found': { path: '/nope' },
  redirected: { to: '/logs/' },
  'no-authentication': {},
  'certificate-accepted': { user: 'bob', groups: ['dev', 'system:authenticated'] },
  'token-accepted': { user: 'bob', groups: ['dev'] },
  anonymous: { why: 'no credentials were sent' },
  'no-credentials': { why: 'no credentials were sent' },
  'certificate-rejected': { error: 'x509: bad' },
  'token-rejected': { error: 'invalid bearer token' },
  'credentials-rejected': { error: '[x509: bad, invalid bearer token]' },
  'no-authorization': {},
  'always-allow': {},
  'access-allowed': { user: 'bob', verb: 'get', subresource: 'metrics', by: 'ClusterRoleBinding x' },
  'access-denied': { user: 'bob', verb: 'get', subresources: ['pods', 'proxy'] },
  'access-unknown': { user: 'bob', verb: 'get', subresource: 'pods', error: 'Unauthorized' },
  served: { endpoint: 'pods' },
  'method-not-allowed': { allow: 'GET, POST' },
  'not-acceptable': {},
  'handler-refused': { status: 404, text: 'pod does not exist' },
};

const reasons = Object.keys(FACTS) as readonly ReasonCode[];

test.each(reasons)('the sentence of %s says each of its facts', (reason) => {
  const sentence = SENTENCES[reason](FACTS[reason]);
  for (const value of Object.values(FACTS[reason])) {
    for (const part of typeof value === 'object' ? value : [value === true ? '' : String(value)]) {
      expect(sentence.toLowerCase()).toContain(part.toLowerCase());
    }
  }
  expectWhole(sentence);
});

test('what is remembered is not told as asked, and an empty verb is told as one', () => {
  const denied = { user: 'bob', verb: '', subresources: ['proxy'], cached: true };
  expect(SENTENCES['access-denied'](denied)).toBe(
    'Webhook remembers what the API server said: may bob do something without a verb to nodes/proxy? No rule grants it, only one with the verb * could.',
  );
  expect(SENTENCES['access-allowed']({ user: 'eve', verb: 'get', subresource: 'pods', by: 'system:masters' })).toBe(
    'Webhook asked the API server: may eve get nodes/pods? Yes, by membership of group system:masters.',
  );
  expect(SENTENCES['token-accepted']({ user: 'p', groups: ['g'], cached: true })).toMatch(/remembered from an earlier/);
});

/** No hole where a fact should be, and an end. */
function expectWhole(sentence: string): void {
  expect(sentence).toMatch(/^\S.*[.?]$/s);
  expect(sentence).not.toMatch(/ {2}|undefined|null|NaN|\[object|: \.|, ,|: ,| \.|\.\.|, \.| ,/);
}

const settings: fc.Arbitrary<Settings> = fc.record({
  anonymous: fc.boolean(),
  webhook: fc.boolean(),
  clientCA: fc.boolean(),
  mode: fc.constantFrom('Webhook', 'AlwaysAllow'),
  rest: fc.array(fc.constantFrom(...FURTHER_LINES), { maxLength: 1 }),
  flags: fc.array(fc.constantFrom(...FLAGS), { maxLength: 2 }),
});

const asked = fc.record({
  port: fc.constantFrom(10250, 10250, 10250, 10255, 10248, 22),
  scheme: fc.constantFrom('https' as const, 'https' as const, 'http' as const),
  method: fc.constantFrom('GET', 'GET', 'HEAD', 'POST', 'BREW'),
  path: fc.constantFrom(
    ...['/pods', '/healthz', '/metrics', '/nope', '//pods', '/logs', '/debug/flags/v', '/run/a/b/c', '/%zz'],
    ...['/containerLogs/default/web-node01/nginx', '/containerLogs/default/no/x', '/exec/default/web-node01/nginx'],
  ),
  who: fc.record<Offered>({
    certificate: fc.constantFrom('none', 'admin', 'bob', 'intruder'),
    token: fc.constantFrom('none', 'prometheus', 'rubbish', 'malformed'),
  }),
});

test('every journey is told in whole sentences, its causes too', () => {
  fc.assert(
    fc.property(
      settings,
      fc.array(asked, { minLength: 4, maxLength: 10 }),
      fc.boolean(),
      (configuration, requests, reachable) => {
        let world = step(configured(configuration), { type: 'reachable', reachable }).world;
        for (const { who, ...rest } of requests) {
          const request = asking({ ...rest, ...credentials(world, who) });
          const { world: next, trace } = step(world, { type: 'request', node: NODE, request });
          if (trace.kind !== 'request') throw new Error('a request leaves the trace of a request');
          for (const { reason, facts, causes } of trace.stages) {
            expectWhole(SENTENCES[reason](facts));
            for (const cause of causes)
              if (cause.kind === 'setting') expect(settingText(cause.setting)).toMatch(/\S, \S/);
          }
          const { sentence, headline } = answerInWords(trace);
          expectWhole(sentence);
          expect(headline).not.toBe('');
          world = next;
        }
      },
    ),
    { numRuns: 40 },
  );
}, 30_000);
