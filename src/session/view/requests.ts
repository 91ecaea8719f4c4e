import type { ReadLine } from '#shell/commands/curl/decompose.ts';
import type { CurlForm } from '#shell/commands/curl/form.ts';

/** A curl line as the fields of a form. */
export type RequestForm = CurlForm;

/** What the form makes of the line that stands there. */
export type LineReading = ReadLine;

/** Somebody whom a request can come from, as the node's files have it. */
export interface IdentityChoice {
  readonly id: string;
  /** "bob" */
  readonly label: string;
  /** "bob.crt: bob, group dev, signed by kubernetes" */
  readonly note: string;
  readonly who: RequestForm['who'];
}

export interface PortChoice {
  readonly port: number;
  readonly scheme: RequestForm['scheme'];
  /** "the kubelet’s own API" */
  readonly says: string;
}

/** An endpoint with the method it is made for. */
export interface EndpointChoice {
  readonly method: string;
  readonly path: string;
  /** What it does, in one sentence. */
  readonly says: string;
  /** Among the few that are offered where there is no room for all. */
  readonly common: boolean;
}

export interface EndpointGroup {
  readonly title: string;
  readonly endpoints: readonly EndpointChoice[];
}

/** What can be chosen in the form, as the node is now. */
export interface RequestChoices {
  readonly start: RequestForm;
  readonly identities: readonly IdentityChoice[];
  readonly ports: readonly PortChoice[];
  readonly hosts: readonly string[];
  readonly methods: readonly string[];
  readonly endpoints: readonly EndpointGroup[];
  /** Files that a server can be verified against. */
  readonly authorities: readonly string[];
}

/** A line that differs from another in one thing. */
export interface ChangedLine {
  readonly label: string;
  readonly line: string;
}

export interface ChangeGroup {
  readonly what: 'who' | 'port' | 'method' | 'endpoint';
  readonly lines: readonly ChangedLine[];
}

/** An earlier request that a later one repeats but for one thing. */
export interface Likeness {
  /** {@link RequestView.number} of the earlier one. */
  readonly number: number;
  /** "but as bob" */
  readonly words: string;
}

export interface AttackView {
  readonly id: string;
  readonly title: string;
  /** What it gets, in one sentence. */
  readonly says: string;
  /** What must be so on the node, and what one must hold. */
  readonly needs: string;
  /** What a hardened node answers, and why. */
  readonly hardened: { readonly answer: string; readonly why: string };
  readonly line: string;
}

export interface AttackGroup {
  readonly title: string;
  readonly attacks: readonly AttackView[];
}

/** What helps to write a request. Nothing here asks anything. */
export interface SessionRequests {
  /** A line as a form, or why it is none. */
  read(line: string): LineReading;
  compose(form: RequestForm): string;
  choices(): RequestChoices;
  /** The same line with one thing changed: who, port, method, endpoint. Empty for a line that is no form. */
  changes(line: string): readonly ChangeGroup[];
  /** The nearest earlier request that differs from this one in one thing; null when there is none. */
  likeness(number: number): Likeness | null;
  attacks(): readonly AttackGroup[];
  /** Lines asked in this browser, oldest first, each once. Undo does not take them back. */
  history(): readonly string[];
}
