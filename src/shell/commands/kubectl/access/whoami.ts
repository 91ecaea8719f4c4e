import { objectAt, textAt, textsAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import { ACCESS_HELP } from '../help/access.data.ts';
import type { Invocation } from '../invocation.ts';
import { reasonOf } from '../kubeError.ts';
import { TABLE_STYLE, tabbed } from '../print/tabWriter.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { resultPrinter } from '../write/printResult.ts';
import { goList } from './compactRules.ts';

const DISABLED = 'the selfsubjectreviews API is not enabled in the cluster';
const PATH = '/apis/authentication.k8s.io/v1/selfsubjectreviews';

/** `kubectl auth whoami`. Models auth/whoami.go, v0.36. */
export const whoami: Subcommand = { path: 'auth whoami', help: ACCESS_HELP['auth whoami'] ?? '', run };

function run(invocation: Invocation): Finish {
  const printer = resultPrinter(invocation, true);
  if (!printer.ok) return invocation.fail(printer.error);
  const body = {
    kind: 'SelfSubjectReview',
    apiVersion: 'authentication.k8s.io/v1',
    metadata: {},
    status: { userInfo: {} },
  };
  const answer = invocation.call({ method: 'POST', path: PATH, body });
  if (!answer.ok) {
    const reason = reasonOf(answer.error);
    if (reason === 'Forbidden') return invocation.fail(`${DISABLED} or you do not have permission to call it`);
    return invocation.fail(reason === 'NotFound' ? DISABLED : answer.error);
  }
  const { object } = answer.value;
  if (invocation.flags.isSet('output')) {
    const problem = printer.value(object, '');
    return problem === null ? invocation.done() : invocation.fail(problem);
  }
  const rows = rowsOf(objectAt(objectAt(object, 'status'), 'userInfo'));
  invocation.print(tabbed(rows.map((row) => `${row.join('\t')}\n`).join(''), TABLE_STYLE));
  return invocation.done();
}

function rowsOf(user: JsonObject): readonly (readonly string[])[] {
  const [name, uid, groups] = [textAt(user, 'username'), textAt(user, 'uid'), textsAt(user, 'groups')];
  const extra = objectAt(user, 'extra');
  return [
    ['ATTRIBUTE', 'VALUE'],
    ...(name === '' ? [] : [['Username', name]]),
    ...(uid === '' ? [] : [['UID', uid]]),
    ...(groups.length === 0 ? [] : [['Groups', goList(groups)]]),
    ...Object.keys(extra)
      .sort()
      .map((key) => [`Extra: ${key}`, goList(textsAt(extra, key))]),
  ];
}
