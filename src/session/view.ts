import type { Allowed } from './view/allowed.ts';

/** A place in a file that the screen can lead to. Lines start at 1. */
export interface PlaceView {
  readonly file: string;
  readonly line: number;
  /** The node whose file it is; the one on the screen when absent. */
  readonly node?: string;
}

/** A stretch of a file that an editor underlines. Columns start at 1; `endColumn` is exclusive. */
export interface ProblemView {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
}

/** A note behind a line: it is beaten, or means something else than it says. */
export interface LineMarkView {
  readonly line: number;
  readonly kind: 'beaten' | 'note';
  /** "beaten by --anonymous-auth=true, 10-kubeadm.conf line 9" */
  readonly text: string;
  /** Where the winner stands. */
  readonly to: PlaceView | null;
}

export interface FileView {
  /** The node whose file it is. */
  readonly node: string;
  readonly path: string;
  readonly text: string;
  /** `-rw-r--r-- root root`, as `ls -l` has it. */
  readonly permissions: string;
  readonly language: 'kubelet-yaml' | 'yaml' | 'systemd' | 'environment' | 'plain';
  /** Differs from the start of the scenario. */
  readonly changed: boolean;
  readonly problems: readonly ProblemView[];
  readonly marks: readonly LineMarkView[];
}

/** Hover and completion, from the configuration tables. */
export interface WordHelp {
  readonly label: string;
  readonly insert: string;
  /** One line: type and default. */
  readonly detail: string;
  /** What it does, its twin flag or field. Plain text, paragraphs split by blank lines. */
  readonly documentation: string;
}

/** On disk, loaded by systemd, running: three things that are not the same. */
export interface StripView {
  readonly disk: { readonly text: string };
  readonly loaded: { readonly text: string; readonly differsFromDisk: boolean };
  readonly running: { readonly text: string; readonly differsFromLoaded: boolean };
  readonly state: 'stopped' | 'starting' | 'running' | 'failed' | 'waiting';
  /** What is owed: `daemon-reload` when units changed on disk, `restart` when the process is older than what it would read. */
  readonly owed: readonly ('daemon-reload' | 'restart')[];
  /** Seconds until systemd starts the kubelet again; null unless it waits. */
  readonly restartInSeconds: number | null;
  /** "installed 1.34.9, running 1.36.3"; null when there is nothing to say about versions. */
  readonly versions: string | null;
}

export interface PortView {
  readonly port: number;
  readonly role: 'main' | 'read-only' | 'healthz';
  readonly open: boolean;
  /** "HTTPS, all addresses, asks for a client certificate" */
  readonly words: readonly string[];
}

/** Something a sentence can lead to. */
export type CauseView =
  | { readonly kind: 'place'; readonly label: string; readonly place: PlaceView }
  | { readonly kind: 'rule'; readonly label: string; readonly title: string; readonly yaml: string }
  | { readonly kind: 'text'; readonly label: string };

export interface StageView {
  /** A gate of a kubelet, or of the API server, which admits where a kubelet routes. */
  readonly name: 'connect' | 'tls' | 'route' | 'authenticate' | 'authorize' | 'admit' | 'handle';
  readonly label: string;
  readonly state: 'passed' | 'refused' | 'answered' | 'skipped' | 'not-reached';
  /** One sentence. */
  readonly sentence: string;
  readonly causes: readonly CauseView[];
}

/** One of the three questions that a request answers: did it reach, who am I, may I. */
export interface QuestionView {
  readonly id: 'reach' | 'who' | 'may';
  /** `unasked`: this port asks nobody; `not-asked`: the request ended before. */
  readonly standing: 'yes' | 'no' | 'unasked' | 'not-asked';
  /** In a word: `Yes`, `bob`, `401`, `Nobody asks`. */
  readonly short: string;
  /** One sentence. */
  readonly sentence: string;
  readonly causes: readonly CauseView[];
}

export type Guess = '200' | '401' | '403' | '404' | 'refused';

/** The first of two hops: a request that came to the API server and led on to a kubelet. */
export interface HopView {
  readonly stages: readonly StageView[];
  /** Whom the API server took the client for. */
  readonly caller: string;
  /** Whom the kubelet took the API server for; null when it did not get so far. */
  readonly seenAs: string | null;
  /** What came back to the client: `200`, `403`. */
  readonly headline: string;
  readonly outcome: 'allowed' | 'refused' | 'failed';
  /** The whole hop in one sentence. */
  readonly sentence: string;
}

export interface RequestView {
  /** Counts up from 1 with each request of the session. */
  readonly number: number;
  /** The line as typed. */
  readonly line: string;
  /** It was typed in the terminal, where its output stands. */
  readonly typed: boolean;
  /** Whose gates `stages` are. */
  readonly server: 'kubelet' | 'api-server';
  /** The hop before it, when a kubelet was asked by the API server for somebody. */
  readonly through: HopView | null;
  /** The node and the port it knocked at. */
  readonly node: string;
  readonly port: number;
  readonly stages: readonly StageView[];
  /** Always three, in their order. */
  readonly questions: readonly QuestionView[];
  /** `200`, `401`, `refused`, `TLS alert`… */
  readonly headline: string;
  readonly outcome: 'allowed' | 'refused' | 'failed';
  /** The whole answer in one sentence. */
  readonly sentence: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  readonly guess: { readonly guessed: Guess; readonly right: boolean } | null;
}

/** A line that did not become a request: curl's own words. */
export interface RefusedLineView {
  readonly number: number;
  readonly line: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export interface SettingView {
  readonly path: string;
  readonly value: string;
  /** "flag, 10-kubeadm.conf 9" */
  readonly source: string;
  readonly place: PlaceView | null;
  /** "false, config.yaml 4" */
  readonly beaten: readonly { readonly text: string; readonly place: PlaceView | null }[];
  /** True when a hardened node would not have it so. */
  readonly risky: boolean;
}

export interface TaskView {
  readonly id: string;
  readonly title: string;
  /** `hidden` while nobody is told: in an exam. */
  readonly state: 'met' | 'unmet' | 'waiting' | 'hidden';
  /** What was expected, what is so, and what stands in the way, in words. */
  readonly detail: string;
  /** What the learner is asked, and their latest answer; null when nothing is asked. */
  readonly question: {
    readonly text: string;
    readonly options: readonly string[];
    readonly reply: string | null;
  } | null;
}

/** Something that must work whatever else is done: no achievement, but nothing is solved without it. */
export interface WorkView {
  readonly id: string;
  readonly title: string;
  readonly works: boolean;
  readonly detail: string;
}

export interface JournalLineView {
  /** `09:14:32` */
  readonly time: string;
  readonly who: string;
  readonly level: 'info' | 'warning' | 'error';
  readonly text: string;
  readonly place: PlaceView | null;
}

/** A node that the workbench can turn to. */
export interface NodeChoiceView {
  readonly name: string;
  readonly role: 'control plane' | 'worker';
  readonly ready: boolean;
  /** It is the one on the screen. */
  readonly selected: boolean;
}

/** All that the screen may know of a session. */
export interface SessionView {
  readonly scenario: {
    readonly id: string;
    readonly title: string;
    readonly story: readonly string[];
    readonly goal: string;
  };
  readonly tasks: readonly TaskView[];
  readonly mustWork: readonly WorkView[];
  readonly solved: boolean;
  readonly debrief: readonly string[];
  /** Once it is solved: one right way, line by line, and how the learner's compares with it; null before. */
  readonly reference: { readonly lines: readonly string[]; readonly comparison: string } | null;
  readonly hints: {
    readonly opened: readonly { readonly level: 'nudge' | 'pointer' | 'answer'; readonly text: string }[];
    readonly left: number;
  };
  readonly allowed: Allowed;
  readonly node: {
    readonly name: string;
    readonly ready: boolean;
    readonly clock: string;
    /** Of the installed kubelet: `1.36.3`. */
    readonly version: string;
    /** Of the kubelet that runs; null when none does. */
    readonly running: string | null;
  };
  /** Every node of the cluster, the control plane first. */
  readonly nodes: readonly NodeChoiceView[];
  readonly files: readonly FileView[];
  readonly strip: StripView;
  readonly ports: readonly PortView[];
  readonly requests: readonly (RequestView | RefusedLineView)[];
  readonly readyRequests: readonly { readonly label: string; readonly line: string }[];
  readonly predictions: { readonly right: number; readonly asked: number };
  readonly settings: readonly SettingView[];
  readonly journal: readonly JournalLineView[];
  readonly undo: string | null;
  readonly redo: string | null;
  /** `unsaved` names the trouble. */
  readonly saved: { readonly state: 'saved' | 'saving' | 'unsaved'; readonly words: string };
}
