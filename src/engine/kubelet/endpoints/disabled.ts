import { settingAt } from '../../config/effective.ts';
import type { Handled, Handler, HandlerContext } from './handler.ts';
import { httpError } from './reply.ts';

function switchedOff(context: HandlerContext, text: string, field: string): Handled {
  const setting = settingAt(context.process.config, field);
  // On the read-only port the handlers are never there: no setting is to blame.
  const causes = setting === null || context.role !== 'main' ? [] : [{ kind: 'setting', setting } as const];
  return { answer: httpError(405, text), causes };
}

/** The debugging paths without their handlers. Models InstallDebuggingDisabledHandlers, v1.36. */
export const debuggingDisabled: Handler = (context) =>
  switchedOff(context, 'Debug endpoints are disabled.', 'enableDebuggingHandlers');

/** `/logs/` with `enableSystemLogHandler: false`. */
export const logsDisabled: Handler = (context) =>
  switchedOff(context, 'logs endpoint is disabled.', 'enableSystemLogHandler');

/** `/debug/pprof/` with `enableProfilingHandler: false`. */
export const pprofDisabled: Handler = (context) =>
  switchedOff(context, 'profiling endpoint is disabled.', 'enableProfilingHandler');

/** `/debug/flags/v` with `enableDebugFlagsHandler: false`. */
export const debugFlagsDisabled: Handler = (context) =>
  switchedOff(context, 'flags endpoint is disabled.', 'enableDebugFlagsHandler');
