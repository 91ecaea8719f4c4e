import type { NodeCommand } from '../command.ts';
import { curl } from './curl/curl.ts';
import { journalctl } from './journalctl/journalctl.ts';
import { openssl } from './openssl/openssl.ts';
import { systemctl } from './systemctl/systemctl.ts';

/** The programs of a node that are not the shell's own, kubectl or kubeadm. */
export const NODE_PROGRAMS: readonly NodeCommand[] = [curl, journalctl, openssl, systemctl];
