import type { Subcommand } from '../subcommand.ts';
import { attach } from './attach.ts';
import { exec } from './exec.ts';
import { logs } from './logs.ts';
import { portForward } from './portForward.ts';

/** Commands whose answers come from a kubelet, through the API server. */
export const STREAM_COMMANDS: readonly Subcommand[] = [attach, exec, logs, portForward];
