import type { Offer } from '#engine/kubelet/requestGrid.ts';

/** Somebody who may knock, with what they show of themselves. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  /** How they are known and as whom, in words. */
  readonly words: string;
  readonly offer: Offer;
  /** What goes on a curl line for them: `--cert bob.crt --key bob.key`; null when nothing on the node speaks for them. */
  readonly options: string | null;
  /** Why no line can be typed for them; empty when one can. */
  readonly withheld: string;
}

/** Nobody knows them, and they show nothing. */
export const STRANGER: Identity = {
  id: 'stranger',
  name: 'a stranger',
  words: 'shows no credential',
  offer: { headers: [] },
  options: '',
  withheld: '',
};

const BAD_TOKEN = 'Bearer not-a-token';

/** Shows a token that nobody issued. */
export const BAD_TOKEN_HOLDER: Identity = {
  id: 'bad-token',
  name: 'a bad token',
  words: 'shows a bearer token that nobody issued',
  offer: { headers: [['Authorization', BAD_TOKEN]] },
  options: `-H "Authorization: ${BAD_TOKEN}"`,
  withheld: '',
};
