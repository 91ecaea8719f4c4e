import type { NodeCommand } from '../command.ts';
import { APT } from './apt/apt.ts';
import { crictl } from './crictl/crictl.ts';
import { curl } from './curl/curl.ts';
import { EDITORS } from './editor/editor.ts';
import { hostname } from './hostname/hostname.ts';
import { ip } from './ip/ip.ts';
import { journalctl } from './journalctl/journalctl.ts';
import { kill, killall } from './kill/kill.ts';
import { kubeBench } from './kube-bench/kubeBench.ts';
import { kubelet } from './kubelet/kubelet.ts';
import { lsof } from './lsof/lsof.ts';
import { netstat } from './netstat/netstat.ts';
import { openssl } from './openssl/openssl.ts';
import { pgrep, pidof, pkill } from './pgrep/pgrep.ts';
import { POWER } from './power/power.ts';
import { ps } from './ps/ps.ts';
import { service } from './service/service.ts';
import { ss } from './ss/ss.ts';
import { ssh } from './ssh/ssh.ts';
import { sysctl } from './sysctl/sysctl.ts';
import { systemctl } from './systemctl/systemctl.ts';
import { uptime } from './uptime/uptime.ts';
import { wget } from './wget/wget.ts';

/** The programs of a node that are not the shell's own, kubectl or kubeadm. */
export const NODE_PROGRAMS: readonly NodeCommand[] = [
  ...APT,
  crictl,
  curl,
  ...EDITORS,
  hostname,
  ip,
  journalctl,
  kill,
  killall,
  kubeBench,
  kubelet,
  lsof,
  netstat,
  openssl,
  pgrep,
  pidof,
  pkill,
  ...POWER,
  ps,
  service,
  ss,
  ssh,
  sysctl,
  systemctl,
  uptime,
  wget,
];
