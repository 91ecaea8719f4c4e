import type { Node } from '#engine/world/world.ts';
import { composeLine } from '#shell/commands/curl/compose.ts';
import { readLine } from '#shell/commands/curl/decompose.ts';
import { identitiesOn } from '../asking/identities.ts';
import type { WantedAnswer } from '../view/counterfactual.ts';
import type { RequestForm } from '../view/requests.ts';
import type { Edit } from './edit.ts';
import type { SentRequest } from './situation.ts';
import { WORDS } from './words.ts';

type Who = RequestForm['who'];

/** Everybody whose credential lies where the line was typed, in place of whom the line names; none for what is no curl line. */
export function credentialEdits(sent: SentRequest, node: Node | undefined, wanted: WantedAnswer): readonly Edit[] {
  if (sent.line === null || node === undefined) return [];
  const read = readLine(sent.line);
  if (read.kind !== 'form') return [];
  const { form } = read;
  const edits = identitiesOn(node.host.files)
    .filter(({ who }) => JSON.stringify(who) !== JSON.stringify(form.who))
    .map(({ label, who }) => credentialEdit(form, who, WORDS.askAs(label)));
  const bad: Who = { kind: 'token', token: 'not-a-token' };
  return wanted === '401' ? [...edits, credentialEdit(form, bad, WORDS.askBadToken)] : edits;
}

function credentialEdit(form: RequestForm, who: Who, sentence: string): Edit {
  const line = composeLine({ ...form, who });
  return {
    id: `as ${JSON.stringify(who)}`,
    slot: 'credential',
    kind: 'credential',
    apply: ({ world }) => ({
      situation: { world, line },
      parts: [{ kind: 'line', text: line }],
      restart: false,
      sentence,
      dangers: [],
      costs: [],
    }),
  };
}
