import type { NodeCommand } from '../command.ts';
import { kubeadm } from '../commands/kubeadm/kubeadm.ts';
import { kubectl } from '../commands/kubectl/kubectl.ts';
import { NODE_PROGRAMS } from '../commands/nodePrograms.table.ts';
import type { ShellProgram } from './program.ts';
import { BUILTINS } from './programs/builtins.ts';
import { cat } from './programs/cat.ts';
import { CHECKSUMS } from './programs/checksums.ts';
import { chmod } from './programs/chmod.ts';
import { chgrp, chown } from './programs/chown.ts';
import { cp, mv } from './programs/copying.ts';
import { CORRECTED } from './programs/corrections.ts';
import { cut } from './programs/cut.ts';
import { date } from './programs/date.ts';
import { diff } from './programs/diff.ts';
import { ENVIRONMENT } from './programs/environment.ts';
import { find } from './programs/find.ts';
import { egrep, fgrep, grep } from './programs/grep.ts';
import { groups, id, whoami } from './programs/identity.ts';
import { jq } from './programs/jq.ts';
import { head, tail, wc } from './programs/lines.ts';
import { ls } from './programs/ls.ts';
import { MACHINE_PROGRAMS, NOT_MODELLED } from './programs/machine.ts';
import { mktemp } from './programs/mktemp.ts';
import { READING } from './programs/reading.ts';
import { remote } from './programs/remote.ts';
import { mkdir, rm, rmdir } from './programs/removing.ts';
import { sed } from './programs/sed/sed.ts';
import { SHELLS } from './programs/shells.ts';
import { stat } from './programs/stat.ts';
import { xargs } from './programs/xargs.ts';
import { yq } from './programs/yq.ts';

/** Every program of a node beside those that the interpreter brings; one of the same name takes its place. */
export const COMMANDS: readonly (NodeCommand | ShellProgram)[] = [
  ...NOT_MODELLED,
  ...BUILTINS,
  ...CORRECTED,
  ...ENVIRONMENT,
  ...MACHINE_PROGRAMS,
  ...SHELLS,
  ...READING,
  ...CHECKSUMS,
  cat,
  chgrp,
  chmod,
  chown,
  cp,
  cut,
  date,
  diff,
  egrep,
  fgrep,
  find,
  grep,
  groups,
  head,
  id,
  jq,
  ls,
  mkdir,
  mktemp,
  mv,
  rm,
  rmdir,
  sed,
  stat,
  tail,
  wc,
  whoami,
  xargs,
  yq,
  ...NODE_PROGRAMS,
  remote,
  kubeadm,
  kubectl,
];
