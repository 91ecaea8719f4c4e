import type { Subcommand } from '../subcommand.ts';
import { auth, authReconcile } from './auth.ts';
import { canI } from './canI.ts';
import { certificate, certificateApprove, certificateDeny } from './certificate.ts';
import { createToken } from './createToken.ts';
import { whoami } from './whoami.ts';

/** Commands about who may do what, and as whom. */
export const ACCESS_COMMANDS: readonly Subcommand[] = [
  auth,
  authReconcile,
  canI,
  certificate,
  certificateApprove,
  certificateDeny,
  createToken,
  whoami,
];
