/** What differs between versions of systemd in the part of it that a kubelet meets. */
export interface SystemdVersion {
  readonly version: number;
  /** Whether a start names the variables of `ExecStart=` that are not set (since 254). */
  readonly namesUnsetVariables: boolean;
  /** Whether a comment of an environment file goes on behind a trailing backslash (until 253). */
  readonly commentContinues: boolean;
  /** Whether an automatic restart says that the unit stopped (until 253). */
  readonly stopsBeforeRestart: boolean;
  /** The words for a binary that is not there. */
  readonly noExecutable: (path: string) => string;
}

const SYSTEMD_252: SystemdVersion = {
  version: 252,
  namesUnsetVariables: false,
  commentContinues: true,
  stopsBeforeRestart: true,
  noExecutable: (path) => `Failed to locate executable ${path}`,
};

const SYSTEMD_255: SystemdVersion = {
  version: 255,
  namesUnsetVariables: true,
  commentContinues: false,
  stopsBeforeRestart: false,
  noExecutable: (path) => `Unable to locate executable '${path}'`,
};

/** Debian 12 has 252, Ubuntu 24.04 has 255. */
export const SYSTEMD_VERSIONS: readonly SystemdVersion[] = [SYSTEMD_252, SYSTEMD_255];

/** The systemd of a simulated node: an Ubuntu 24.04, which keeps `/var/log/syslog` as the lecture's node does. */
export const NODE_SYSTEMD: SystemdVersion = SYSTEMD_255;
