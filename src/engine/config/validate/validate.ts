import { checkLogging } from './logging.ts';
import { checkNode } from './node.ts';
import { NUMBER_CHECKS } from './numbers.ts';
import { checkResources } from './resources.ts';
import { checkHiddenMetrics, checkLast, checkOperatingSystem, checkTracing } from './rest.ts';
import type { Finding, View } from './view.ts';

/** Every complaint about a configuration, in the kubelet's order. Models pkg/kubelet/apis/config/validation, v1.36. */
export function validate(view: View): readonly Finding[] {
  return [
    ...NUMBER_CHECKS.flatMap((check) => check(view) ?? []),
    ...checkNode(view),
    ...checkResources(view),
    ...checkOperatingSystem(view),
    ...checkHiddenMetrics(view),
    ...checkLogging(view),
    ...checkTracing(view),
    ...checkLast(view),
  ];
}
