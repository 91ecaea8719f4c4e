import type { AccessQuestion } from '../../apiserver/review.ts';
import { klogLine } from '../../config/klog.ts';
import type { LogLine } from '../../host/journal.ts';
import type { Release } from '../../versions/release.ts';
import type { HttpAnswer } from '../exchange.ts';
import { REFUSALS } from './subresources.table.ts';

/** The 403 of a request that no question let through. Models pkg/kubelet/server/server.go InstallAuthFilter, v1.36. */
export function forbidden(questions: readonly AccessQuestion[], { traits }: Release): HttpAnswer {
  const list = REFUSALS[traits.refusalNames](questions.map((question) => question.subresource));
  return plain(403, `Forbidden (${asked(questions[0])}, ${list}`);
}

/** The line that a 403 writes, at `-v=2` and above only. */
export function forbiddenLog(questions: readonly AccessQuestion[]): LogLine {
  const line = klogLine('I', 'server.go:414', 'Forbidden', pairs(questions[0]));
  const list = JSON.stringify(questions.map((question) => question.subresource));
  return { ...line, text: `${line.text} subresource(s)=${list}` };
}

/** The 500 of a question that could not be asked. */
export function unanswered(question: AccessQuestion): HttpAnswer {
  return plain(500, `Authorization error (${asked(question)}, subresource=${question.subresource})`);
}

/** The two lines that a 500 writes: the authorizer's own and the server's. */
export function unansweredLog(question: AccessQuestion, error: string): readonly LogLine[] {
  return [
    { level: 'E', source: 'webhook.go:266', text: `Failed to make webhook authorizer request: ${error}` },
    klogLine('E', 'server.go:394', 'Authorization error', [
      ['err', error],
      ...pairs(question),
      ['subresource', question.subresource],
    ]),
  ];
}

function asked(question: AccessQuestion | undefined): string {
  return `user=${question?.subject.user ?? ''}, verb=${question?.verb ?? ''}, resource=${question?.resource ?? ''}`;
}

function pairs(question: AccessQuestion | undefined): readonly (readonly [string, string])[] {
  return [
    ['user', question?.subject.user ?? ''],
    ['verb', question?.verb ?? ''],
    ['resource', question?.resource ?? ''],
  ];
}

function plain(status: number, body: string): HttpAnswer {
  return { kind: 'http', http: '1.1', status, headers: [['Content-Type', 'text/plain; charset=utf-8']], body };
}
