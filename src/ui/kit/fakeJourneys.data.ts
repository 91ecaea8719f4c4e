import type { QuestionView, RefusedLineView, RequestView, StageView } from '#session/view.ts';
import { ALLOWED, REFUSED, UNREACHED } from './fakeView.data.ts';

type Journey = Pick<RequestView, 'headline' | 'outcome' | 'sentence'> & Partial<RequestView>;

const LINE = 'curl -sk https://localhost:10250/pods';

/** A journey that ends at a gate: what lies before it passed, what lies behind was not reached. */
function endsAt(gate: StageView['name'], standing: QuestionView['standing'][], journey: Journey): RequestView {
  const end = ALLOWED.stages.findIndex(({ name }) => name === gate);
  const short = { yes: 'Yes', no: journey.headline, unasked: 'Nobody asks', 'not-asked': 'Not asked' } as const;
  return {
    ...ALLOWED,
    number: 1,
    line: LINE,
    guess: null,
    stdout: '',
    stages: ALLOWED.stages.map((stage, index) => {
      if (index < end) return stage;
      if (index > end) return { ...stage, state: 'not-reached', sentence: '', causes: [] };
      return { ...stage, state: 'refused', sentence: journey.sentence, causes: [] };
    }),
    questions: ALLOWED.questions.map((question, index) => {
      const stands = standing[index] ?? 'not-asked';
      return { ...question, standing: stands, short: short[stands], sentence: journey.sentence };
    }),
    ...journey,
  };
}

/** One journey for each way to end, by the words that name it. */
export const JOURNEYS: readonly (readonly [string, RequestView])[] = [
  ['answered', { ...ALLOWED, number: 1, line: LINE, guess: null }],
  ['refused at Connect', { ...UNREACHED, number: 1, line: 'curl -s http://localhost:10255/pods', guess: null }],
  [
    'failed at TLS',
    endsAt('tls', ['no'], {
      headline: 'TLS alert',
      outcome: 'failed',
      sentence: 'The kubelet does not take the certificate.',
      stderr: 'curl: (56) OpenSSL SSL_read: tlsv13 alert certificate required, errno 0',
      exitCode: 56,
    }),
  ],
  [
    'refused at Route',
    endsAt('route', ['no'], { headline: '404', outcome: 'refused', sentence: 'No handler has this path.' }),
  ],
  [
    'refused at Authenticate',
    endsAt('authenticate', ['yes', 'no'], { headline: '401', outcome: 'refused', sentence: 'Nobody is known here.' }),
  ],
  ['refused at Authorize', { ...REFUSED, number: 1, line: LINE, guess: null }],
  [
    'failed at Handle',
    endsAt('handle', ['yes', 'yes', 'yes'], { headline: '404', outcome: 'failed', sentence: 'There is no such pod.' }),
  ],
  [
    'a port that asks nobody',
    {
      ...ALLOWED,
      number: 1,
      line: 'curl -s http://localhost:10248/healthz',
      guess: null,
      port: 10248,
      stages: ALLOWED.stages.map((stage) =>
        ['tls', 'authenticate', 'authorize'].includes(stage.name)
          ? { ...stage, state: 'skipped', sentence: 'This port asks nobody.', causes: [] }
          : stage,
      ),
      questions: ALLOWED.questions.map((question) =>
        question.id === 'reach' ? question : { ...question, standing: 'unasked', short: 'Nobody asks', causes: [] },
      ),
      sentence: 'The kubelet is healthy.',
      stdout: 'ok',
    },
  ],
];

/** What an entry of the request log may hold. */
export const ENTRIES: readonly (RequestView | RefusedLineView)[] = [
  { ...ALLOWED, number: 1, line: LINE, guess: null, stdout: 'ok' },
  { ...ALLOWED, number: 2, line: LINE, guess: { guessed: '401', right: false } },
  { ...REFUSED, number: 3, line: `${LINE} --cert bob.crt --key bob.key`, guess: { guessed: '403', right: true } },
  ...JOURNEYS.filter(([name]) => name === 'failed at TLS').map(([, journey]) => ({ ...journey, number: 4 })),
  {
    number: 5,
    line: 'curl -skq --wat https://localhost:10250/pods',
    stdout: '',
    stderr: "curl: option --wat: is unknown\ncurl: try 'curl --help' or 'curl --manual' for more information",
    exitCode: 2,
  },
  { ...ALLOWED, number: 6, line: `${LINE} -o /dev/null`, guess: null, stdout: '' },
];
