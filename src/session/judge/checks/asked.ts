import type { Check } from '#packs/checks.ts';
import { headlineOf } from '../../headline.ts';
import type { Case, Finding, SentTrace } from '../case.ts';

type Asked = Check & { check: 'asked' };

/** That a request of this kind was sent in the run, and so answered. An unmet one says what was not asked yet. */
export function askedFinding(check: Asked, { sent }: Case): Finding {
  const same = withOnward(sent()).filter((trace) => isSuch(check, trace));
  const what = requestWords(check);
  if (check.is === undefined)
    return same.length > 0
      ? { holds: true, words: `Asked: ${what}.` }
      : { holds: false, words: `Not asked yet: ${what}.` };
  const answers = same.map(headlineOf);
  if (answers.includes(check.is)) return { holds: true, words: `Asked: ${what}, answered ${check.is}.` };
  const last = answers.at(-1);
  return last === undefined
    ? { holds: false, words: `Not asked yet: ${what}, so that the answer is ${check.is}.` }
    : { holds: false, words: `Asked was ${what}, and the answer was ${last}. Seen is to be ${check.is}.` };
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
