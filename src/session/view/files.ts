/** A file of the node, as a list of files has it. */
export interface FileEntryView {
  readonly path: string;
  /** `-rw-r--r-- root root`, as `ls -l` has it. */
  readonly permissions: string;
  /** Whether it has a tab already. */
  readonly open: boolean;
}

/** The node's files beyond the tabs that a scenario opens. */
export interface SessionFiles {
  /** Every file of the node, by path. */
  list(): readonly FileEntryView[];
  /** Gives a file a tab; false where there is no such file. */
  open(path: string): boolean;
  /** Makes an empty file and gives it a tab, directories included, as root can; the sentence that says why not, or null. */
  create(path: string): string | null;
}
