import type { RequestChoices, RequestForm } from '#session/view/requests.ts';
import { REQUESTS as WORDS } from '../words/requests.ts';

type Who = RequestForm['who'];

/** One way to be somebody, as the form lists it. */
export interface WhoChoice {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly who: Who;
}

/** All ways: the node's credentials, then what can be typed in, then what only the line names. */
export function whoChoices({ who }: RequestForm, { identities }: RequestChoices): readonly WhoChoice[] {
  const typed: readonly WhoChoice[] = [
    { id: 'token', label: WORDS.who.token, note: WORDS.whoNotes.token, who: { kind: 'token', token: '' } },
    { id: 'basic', label: WORDS.who.basic, note: WORDS.whoNotes.basic, who: { kind: 'basic', user: 'admin:admin' } },
  ];
  const known = [...identities, ...typed];
  return whoId(who, known) === OWN ? [...known, ownChoice(who)] : known;
}

const OWN = 'own';

/** The id of the choice that somebody is. */
export function whoId(who: Who, choices: readonly WhoChoice[]): string {
  if (who.kind === 'token' || who.kind === 'basic') return who.kind;
  return choices.find((choice) => JSON.stringify(choice.who) === JSON.stringify(who))?.id ?? OWN;
}

/** What is to be said of whoever asks. */
export function whoNote(form: RequestForm, choices: RequestChoices): string {
  const list = whoChoices(form, choices);
  return list.find(({ id }) => id === whoId(form.who, list))?.note ?? '';
}

function ownChoice(who: Who): WhoChoice {
  if (who.kind === 'certificate') return { id: OWN, label: WORDS.certificate(who.certificate), note: '', who };
  if (who.kind === 'token-file') return { id: OWN, label: WORDS.tokenFile(who.file), note: '', who };
  return { id: OWN, label: WORDS.who.other, note: WORDS.whoNotes.other, who };
}
