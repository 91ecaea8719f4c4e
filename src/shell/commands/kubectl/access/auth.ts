import { ACCESS_HELP } from '../help/access.data.ts';
import type { Subcommand } from '../subcommand.ts';

/** `kubectl auth`, which only holds others. */
export const auth: Subcommand = { path: 'auth', help: ACCESS_HELP.auth ?? '' };

/** `kubectl auth reconcile`, which is not modelled. */
export const authReconcile: Subcommand = {
  path: 'auth reconcile',
  help: ACCESS_HELP['auth reconcile'] ?? '',
  run: (invocation) => invocation.notModelled('kubectl auth reconcile'),
};
