import type { AccessView } from './view/access.ts';
import type { SessionClock } from './view/clock.ts';
import type { ComparisonView } from './view/compare.ts';
import type { ConfigurationView } from './view/configuration.ts';
import type { SessionCounterfactual } from './view/counterfactual.ts';
import type { DiagnosisView } from './view/diagnosis.ts';
import type { SessionFiles } from './view/files.ts';
import type { FleetView } from './view/fleet.ts';
import type { SessionGrid } from './view/grid.ts';
import type { SessionLogs } from './view/logs.ts';
import type { SessionRequests } from './view/requests.ts';
import type { SessionTerminal } from './view/terminal.ts';
import type { SessionArchive } from './view/timeline.ts';
import type { SessionVersions } from './view/versions.ts';
import type { Guess, SessionView, WordHelp } from './view.ts';

/** What a learner can do. Each returns at once; the next view carries the result. */
export interface SessionCommands {
  /** The text of a file as it now stands in the editor. Edits in a row to one file are one undo step. */
  edit(path: string, text: string): void;
  daemonReload(): void;
  restart(): void;
  start(): void;
  stop(): void;
  /** Installs another version's kubelet, `1.34.9`; what runs goes on until the next start. No step when it is installed. */
  switchVersion(version: string): void;
  /** Lets the simulated clock run; for the countdown of a crash loop. */
  advance(milliseconds: number): void;
  /** What passed on the learner's clock since the last step; the screen calls it each second while systemd counts down. */
  tick(): void;
  /** A curl line as typed, with an optional guess. */
  ask(line: string, guess: Guess | null): void;
  /** Turns the workbench to another node: its files, its kubelet, its journal. No step. */
  selectNode(name: string): void;
  /** Answers a task's question. */
  reply(task: string, text: string): void;
  undo(): void;
  redo(): void;
  startOver(): void;
  openHint(): void;
}

/** Help for the word at a place in a file, and what may be written there. */
export interface SessionHelp {
  hover(path: string, line: number, column: number): WordHelp | null;
  complete(path: string, line: number, column: number): readonly WordHelp[];
}

/** A running session as the screen holds it. `subscribe` returns its own undoing. */
export interface Session {
  readonly commands: SessionCommands;
  readonly help: SessionHelp;
  readonly archive: SessionArchive;
  readonly requests: SessionRequests;
  readonly files: SessionFiles;
  readonly grid: SessionGrid;
  readonly versions: SessionVersions;
  readonly terminal: SessionTerminal;
  readonly clock: SessionClock;
  readonly logs: SessionLogs;
  readonly counterfactual: SessionCounterfactual;
  view(): SessionView;
  /** What a request was asked about its rights, and the smallest grant for it; null when nobody asked. */
  access(number: number): AccessView | null;
  /** Two requests side by side, the kept one first; null unless both were sent. */
  compare(kept: number, shown: number): ComparisonView | null;
  /** Every value of the effective configuration, beside what file, `/configz` and `/flagz` say. */
  configuration(): ConfigurationView;
  /** Every node beside the ConfigMap that all of them were configured from. */
  fleet(): FleetView;
  /** Mistakes that were recognised in what was done; takes some 20 ms. */
  diagnosis(): readonly DiagnosisView[];
  /** Partial credit of 100, damage taken off, rounded down; takes some 20 ms. */
  score(): number;
  subscribe(listener: () => void): () => void;
}
