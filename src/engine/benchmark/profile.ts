/** Files that a check may speak of; which one is meant is found out on the node, see `candidates.table.ts`. */
export type Role = 'service' | 'config' | 'kubeconfig' | 'proxyKubeconfig';

/** How a check learns what is so: the command lines of a program, or mode or owner of a file. */
export type Audit =
  | { readonly kind: 'processes'; readonly of: 'kubelet' | 'proxy' }
  | { readonly kind: 'stat'; readonly what: 'mode' | 'owner'; readonly of: Role; readonly orElse?: string }
  | { readonly kind: 'authority'; readonly what: 'mode' | 'owner' };

export type Operator = 'eq' | 'noteq' | 'gte' | 'has' | 'nothave' | 'valid_elements' | 'bitmask';

/** One test: a word sought in what the audit printed and, only if it is not there, a path in the config file. */
export interface TestItem {
  readonly flag: string;
  /** Keys from the top: `authentication.x509.clientCAFile`. */
  readonly path?: string;
  /** Whether the path names a list whose elements are put together with commas. */
  readonly isList?: boolean;
  /** Without one, being there is enough, whatever the value. Both sides are text. */
  readonly compare?: { readonly op: Operator; readonly value: string };
  /** False when it must not be there. */
  readonly set?: false;
}

export interface Check {
  readonly id: string;
  /** The title as the report has it. */
  readonly text: string;
  /** One that is not scored is a WARN where another would be a FAIL. */
  readonly scored: boolean;
  readonly audit: Audit;
  /** Whether the config file is read, too. */
  readonly readsConfig: boolean;
  /** Whether one test that holds is enough. */
  readonly any: boolean;
  readonly tests: readonly TestItem[];
  /** What to do about it, in our words; `$service`, `$config`, `$kubeconfig` and `$proxyKubeconfig` stand for the files. */
  readonly remedy: readonly string[];
}

export interface Group {
  readonly id: string;
  readonly text: string;
  readonly checks: readonly Check[];
}

/** The checks of one edition of the CIS Kubernetes Benchmark for one kind of node. */
export interface Profile {
  readonly version: string;
  readonly id: string;
  readonly text: string;
  readonly groups: readonly Group[];
}
