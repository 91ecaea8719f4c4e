import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  asking,
  base,
  configured,
  credentials,
  FLAGS,
  FURTHER_LINES,
  NODE,
  type Offered,
  type Settings,
  started,
} from '../world/playground.fixture.ts';
import { travel } from './request.machine.ts';
import { departure, walk } from './walk.ts';

const settings: fc.Arbitrary<Settings> = fc.record({
  anonymous: fc.boolean(),
  webhook: fc.boolean(),
  clientCA: fc.boolean(),
  mode: fc.constantFrom('Webhook', 'AlwaysAllow'),
  rest: fc.array(fc.constantFrom(...FURTHER_LINES), { maxLength: 2 }),
  flags: fc.array(fc.constantFrom(...FLAGS), { maxLength: 3 }),
});

const offered: fc.Arbitrary<Offered> = fc.record({
  certificate: fc.constantFrom('none', 'admin', 'bob', 'intruder', 'rubbish'),
  token: fc.constantFrom('none', 'prometheus', 'rubbish', 'malformed'),
});

const request = fc.record({
  address: fc.constantFrom('127.0.0.1', '10.0.0.11', '10.0.0.99', 'nonsense'),
  port: fc.constantFrom(10250, 10250, 10250, 10255, 10248, 10260, 22),
  scheme: fc.constantFrom('https' as const, 'https' as const, 'http' as const),
  method: fc.constantFrom('GET', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'BREW', ''),
  path: fc.oneof(
    fc.constantFrom(
      '/pods',
      '/healthz',
      '/configz',
      '/metrics',
      '/stats/summary',
      '/logs/',
      '/',
      '//pods',
      '/pods/../x',
    ),
    fc.constantFrom(
      '/containerLogs/default/web-node01/nginx',
      '/run/default/web-node01/nginx?cmd=id',
      '/debug/flags/v',
    ),
    fc.string().map((text) => `/${text}`),
    fc.string(),
  ),
  body: fc.constantFrom('', '4', 'x'),
});

const tls = fc.constantFrom(
  {},
  { tls: { max: '1.2' as const } },
  { tls: { max: '1.1' as const, min: '1.0' as const } },
);

test('the request machine and the bulk stages make the same journey of any request to any node', () => {
  fc.assert(
    fc.property(
      settings,
      fc.array(fc.tuple(request, offered, tls), { minLength: 1, maxLength: 12 }),
      (configuration, asked) => {
        const world = configured(configuration);
        for (const [part, who, hello] of asked) {
          const sent = asking({ ...part, ...credentials(world, who), ...hello });
          const start = departure(world, NODE, sent);
          const journey = travel(start);
          expect(journey).toEqual(walk(start));
          expect(journey.answer).not.toBeNull();
          expect(journey.records.map(({ verdict }) => verdict).indexOf('answered')).toBe(journey.records.length - 1);
        }
      },
    ),
    { numRuns: 60 },
  );
}, 30_000);

test('both refuse a connection where no kubelet runs, and on a node that is not there', () => {
  for (const start of [departure(base().world, NODE, asking()), departure(started(), 'elsewhere', asking())]) {
    expect(travel(start)).toEqual(walk(start));
    expect(travel(start)).toMatchObject({ answer: { kind: 'refused' }, records: [{ reason: 'no-process' }] });
  }
});
