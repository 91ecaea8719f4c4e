/** Something that time alone will bring. */
export interface ClockEventView {
  /** "systemd starts the kubelet on node01 again" */
  readonly label: string;
  /** "in 7 s" */
  readonly when: string;
  /** How long time has to run until it has happened. */
  readonly milliseconds: number;
}

/** The simulated clock beyond what the session's view shows of it. */
export interface SessionClock {
  /** `24 Nov 2026` */
  date(): string;
  /** What time alone will bring, the soonest first; a handful. Certificates and tokens are read for it. */
  next(): readonly ClockEventView[];
  /** What passed on the learner's clock since the last step passes on the simulated one, too; a run of it is one step. */
  flow(): void;
  /** What passed on the learner's clock until now does not pass on the simulated one: nobody was looking. */
  rest(): void;
}
