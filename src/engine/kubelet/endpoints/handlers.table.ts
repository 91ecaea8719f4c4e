import { checkpoint } from './checkpoint.ts';
import { configz } from './configz.ts';
import { containerLogs } from './containerLogs.ts';
import { debugFlags } from './debugFlags.ts';
import { debugFlagsDisabled, debuggingDisabled, logsDisabled, pprofDisabled } from './disabled.ts';
import { flagz } from './flagz.ts';
import type { Handler } from './handler.ts';
import { healthz, healthzCheck } from './healthz.ts';
import { logs } from './logs.ts';
import { metrics } from './metrics.ts';
import { metricsCadvisor } from './metricsCadvisor.ts';
import { metricsProbes, metricsResource, metricsSlis } from './metricsResource.ts';
import { pods } from './pods.ts';
import { pprof } from './pprof.ts';
import { run } from './run.ts';
import { runningPods } from './runningPods.ts';
import { stats } from './stats.ts';
import { statusz } from './statusz.ts';
import { attach, exec, portForward } from './streams.ts';

/** Every endpoint that `routes.table.ts` names. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  attach,
  checkpoint,
  configz,
  containerLogs,
  debugFlags,
  debugFlagsDisabled,
  debuggingDisabled,
  exec,
  flagz,
  healthz,
  healthzCheck,
  logs,
  logsDisabled,
  metrics,
  'metrics/cadvisor': metricsCadvisor,
  'metrics/probes': metricsProbes,
  'metrics/resource': metricsResource,
  'metrics/slis': metricsSlis,
  pods,
  portForward,
  pprof,
  pprofDisabled,
  run,
  runningpods: runningPods,
  stats,
  statusz,
};
