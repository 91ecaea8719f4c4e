import type { Place } from './place.ts';

/** How grave a line is: klog's own letters for the kubelet, `I` or `E` for systemd. `raw` is output without a klog header. */
export type Level = 'I' | 'W' | 'E' | 'F' | 'raw';

/** A line that a program wrote: for the kubelet without klog's header, which is made when it is shown. */
export interface LogLine {
  readonly level: Level;
  /** Source file and line in klog's header (`server.go:545`); empty for systemd and raw output. */
  readonly source: string;
  /** The text behind the header. May hold newlines (a multi-line `err=<`). */
  readonly text: string;
  /** The place in the node's files that the line speaks of, when there is one. */
  readonly about?: Place;
}

/** A line of the journal. `at` is milliseconds since the epoch on the world's clock. */
export interface JournalLine extends LogLine {
  readonly at: number;
  readonly unit: string;
  /** Program name as in `journalctl`: `kubelet` or `systemd`. */
  readonly identifier: string;
  readonly pid: number;
}
