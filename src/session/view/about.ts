/** How many recorded things of a group are equal here. */
export interface AboutFigure {
  readonly version: string;
  readonly group: string;
  readonly equal: number;
  readonly total: number;
  readonly listed: number;
}

/** What the page tells of itself; all of it was known when the page was built. */
export interface AboutView {
  /** Newest version first, its groups in their order. */
  readonly figures: readonly AboutFigure[];
  /** The page for the sceptic and the list of what is missing, as Markdown. */
  readonly fidelity: string;
  readonly notModelled: string;
  /** What holds which boundary, what a page can hide, and what a result proves; as Markdown. */
  readonly threatModel: string;
}
