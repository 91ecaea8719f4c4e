/** A version of Kubernetes that can be installed on the node. */
export interface VersionChoiceView {
  /** `1.34.9` */
  readonly version: string;
  /** "the line of the CKS exam today"; null when there is nothing to say. */
  readonly note: string | null;
}

/** One thing that is different with another version. */
export interface VersionChangeView {
  /** A sentence; code stands between backticks. */
  readonly what: string;
  /** "recorded: rbac and auth-file, 1.31" */
  readonly source: string;
}

/** The versions there are, and what lies between them. */
export interface SessionVersions {
  /** Newest first. */
  choices(): readonly VersionChoiceView[];
  /** What is different with `to` for whoever knows `from`; nothing when they are the same. */
  changes(from: string, to: string): readonly VersionChangeView[];
}
