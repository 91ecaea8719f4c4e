import type { Check } from '#packs/checks.ts';
import { headlineOf } from '../../headline.ts';
import { type Case, type Finding, holding, lacking, type SentTrace } from '../case.ts';

type Asked = Check & { check: 'asked' };

/** That a request of this kind was sent in the run, and so answered. An unmet one says what was not asked yet. */
export function askedFinding(check: Asked, { sent }: Case): Finding {
  const same = withOnward(sent()).filter((trace) => isSuch(check, trace));
  const what = requestWords(check);
  const answers = same.map(headlineOf);
  const last = answers.at(-1);
  const expected = check.is === undefined ? what : `${what} that ends with ${check.is}`;
  if (last === undefined) {
    const wanted = check.is === undefined ? '' : `, so that the answer is ${check.is}`;
    const because = 'Nothing of that kind was asked yet.';
    return lacking({ expected, got: 'none', because }, `Not asked yet: ${what}${wanted}.`);
  }
  if (check.is === undefined) return holding(`Asked: ${what}.`);
  if (answers.includes(check.is)) return holding(`Asked: ${what}, answered ${check.is}.`);
  return lacking(
    { expected, got: last, because: `Asked was ${what}; its last answer was ${last}.` },
    `Asked was ${what}, and the answer was ${last}. It is to be ${check.is}.`,
  );
}

/** Every request of a run, those that the API server sent on for somebody, too. */
function withOnward(sent: readonly SentTrace[]): readonly SentTrace[] {
  return sent.flatMap((trace) => (trace.kind === 'api' && trace.onward !== null ? [trace, trace.onward] : [trace]));
}

function isSuch({ port, path, who, node }: Asked, trace: SentTrace): boolean {
  const { request } = trace;
  return (
    (port === undefined || request.port === port) &&
    (path === undefined || request.path.startsWith(path)) &&
    (who === undefined || shownBy(trace) === who) &&
    (node === undefined || trace.node === node)
  );
}

/** What a request showed of itself, whether or not anybody looked at it. */
function shownBy({ request }: SentTrace): Asked['who'] {
  if (request.headers.some(([name]) => name.toLowerCase() === 'authorization')) return 'token';
  return request.certificate === undefined ? 'anonymous' : 'certificate';
}

const SHOWN = {
  anonymous: 'without a credential',
  certificate: 'with a client certificate',
  token: 'with a bearer token',
} as const;

/** "a request for /pods to port 10250 with a client certificate" */
function requestWords({ port, path, who, node }: Asked): string {
  return [
    'a request',
    ...(path === undefined ? [] : [`for ${path}`]),
    ...(port === undefined ? [] : [`to port ${port}`]),
    ...(node === undefined ? [] : [`of ${node}`]),
    ...(who === undefined ? [] : [SHOWN[who]]),
  ].join(' ');
}
