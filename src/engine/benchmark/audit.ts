import { entryAt, exists, fileOf, type Machine } from './machine.ts';
import type { Audit, Check } from './profile.ts';

/** What an audit's command printed. `error` is there when it ended badly: then nothing is tested. */
export interface Audited {
  readonly command: string;
  readonly output: string;
  readonly error: string | null;
}

/** Runs the command of a check. */
export function auditOf({ audit }: Check, machine: Machine): Audited {
  switch (audit.kind) {
    case 'processes':
      return processes(audit.of, machine);
    case 'stat': {
      const path = fileOf(machine.files, audit.of);
      return {
        command: statCommand(audit, path),
        output: exists(machine.files, path)
          ? statOf(machine, path, audit.what)
          : audit.orElse === undefined
            ? ''
            : `${audit.orElse}\n`,
        error: null,
      };
    }
    case 'authority': {
      const path = authorityOf(machine);
      return {
        command: `CAFILE=$(${AUTHORITY})\nif test -z $CAFILE; then CAFILE=${fileOf(machine.files, 'authority')}; fi\nif test -e $CAFILE; then stat -c ${FORMATS[audit.what]} $CAFILE; fi\n`,
        output: exists(machine.files, path) ? statOf(machine, path, audit.what) : '',
        error: null,
      };
    }
  }
}

/** The command that prints the config file. */
export function configCommand({ files }: Machine): string {
  return `/bin/cat ${fileOf(files, 'config')}`;
}

/** The text of the config file that the checks take; null when there is none to read. */
export function configText({ files }: Machine): string | null {
  const entry = entryAt(files, fileOf(files, 'config'));
  return entry?.kind === 'file' ? entry.text : null;
}

const FORMATS = { mode: 'permissions=%a', owner: '%U:%G' } as const;

const AUTHORITY =
  "ps -ef | grep kubelet | grep -v apiserver | grep -- --client-ca-file= | awk -F '--client-ca-file=' '{print $2}' | awk '{print $1}' | uniq";

function statCommand({ what, orElse }: Audit & { kind: 'stat' }, path: string): string {
  if (orElse === undefined) return `/bin/sh -c 'if test -e ${path}; then stat -c ${FORMATS[what]} ${path}; fi' `;
  return `/bin/sh -c "if test -e ${path}; then stat -c ${FORMATS[what]} ${path}; else echo \\"${orElse}\\"; fi"`;
}

function statOf({ files }: Machine, path: string, what: 'mode' | 'owner'): string {
  const { mode, owner, group } = entryAt(files, path) ?? { mode: 0o755, owner: 'root', group: 'root' };
  return what === 'mode' ? `permissions=${mode.toString(8)}\n` : `${owner}:${group}\n`;
}

/** The file of `--client-ca-file=`, else the first well-known one that exists. */
function authorityOf({ files, kubelet }: Machine): string {
  const given = /--client-ca-file=(\S+)/.exec(kubelet ?? '')?.[1];
  return given ?? fileOf(files, 'authority');
}

/** Without a kubelet kube-bench knows no program's name, and asks ps for none. */
function processes(of: 'kubelet' | 'proxy', machine: Machine): Audited {
  const program = machine.kubelet === null ? `$${of}bin` : of === 'proxy' && machine.proxy !== null ? 'kube-proxy' : of;
  const command = `/bin/ps -fC ${program}`;
  const lines = machine.kubelet === null ? null : machine[of];
  if (lines !== null) return { command, output: lines, error: null };
  const output = machine.kubelet === null ? NO_NAME : 'UID          PID    PPID  C STIME TTY          TIME CMD\n';
  return {
    command,
    output,
    error: `failed to run: ${JSON.stringify(command)}, output: ${JSON.stringify(output)}, error: exit status 1`,
  };
}

const NO_NAME = `error: list of command names must follow -C

Usage:
 ps [options]

 Try 'ps --help <simple|list|output|threads|misc|all>'
  or 'ps --help <s|l|o|t|m|a>'
 for additional help text.

For more details see ps(1).
`;
