import type { Json } from '../../json.ts';
import { fieldAt } from '../fields/leaves.ts';
import { TAINT_EFFECTS } from '../flags/taints.ts';
import { labelKeyErrors, labelValueErrors } from '../go/labels.ts';
import { goQuote } from '../go/quote.ts';
import { type Finding, finding, type View } from './view.ts';

const INVALID = 'invalid configuration: ';
const SECOND = 1_000_000_000n;

/** Whether a text is one of those that the table lists for a field. */
function isListed(view: View, path: string): boolean {
  return fieldAt(path, view.minor)?.values?.includes(view.text(path)) === true;
}

/** The listed values in quotes. */
function listed(view: View, path: string): readonly string[] {
  return (fieldAt(path, view.minor)?.values ?? []).map(goQuote);
}

/** Taints, topology, shutdown, swap and crash loops. Models ValidateKubeletConfiguration, second part, v1.36. */
export function checkNode(view: View): readonly Finding[] {
  return [...taints(view), ...topology(view), ...shutdown(view), ...swap(view), ...crashLoop(view)];
}

function taints(view: View): readonly Finding[] {
  return view.list('registerWithTaints').flatMap((taint) => {
    if (typeof taint !== 'object' || taint === null || Array.isArray(taint)) return [];
    const { key = '', value = '', effect = '', timeAdded = null } = taint as Readonly<Record<string, Json>>;
    const bad =
      labelKeyErrors(String(key)).length > 0 ||
      labelValueErrors(String(value)).length > 0 ||
      (effect !== '' && !TAINT_EFFECTS.includes(String(effect)));
    const found: Finding[] = [];
    if (bad)
      found.push(finding(`invalid taint: {${key} ${value} ${effect} ${timeAdded ?? '<nil>'}}`, 'registerWithTaints'));
    if (timeAdded !== null) found.push(finding(`${INVALID}taint.TimeAdded is not nil`, 'registerWithTaints'));
    return found;
  });
}

function topology(view: View): readonly Finding[] {
  const found: Finding[] = [];
  if (!isListed(view, 'topologyManagerPolicy')) {
    const policy = goQuote(view.text('topologyManagerPolicy'));
    const all = listed(view, 'topologyManagerPolicy').join(' ');
    found.push(
      finding(
        `${INVALID}topologyManagerPolicy (--topology-manager-policy) ${policy} must be one of: [${all}]`,
        'topologyManagerPolicy',
      ),
    );
  }
  if (!isListed(view, 'topologyManagerScope')) {
    const scope = goQuote(view.text('topologyManagerScope'));
    const all = listed(view, 'topologyManagerScope').join(', or ');
    found.push(
      finding(
        `${INVALID}topologyManagerScope (--topology-manager-scope) ${scope} must be one of: ${all}`,
        'topologyManagerScope',
      ),
    );
  }
  return found;
}

function shutdown(view: View): readonly Finding[] {
  const all = 'shutdownGracePeriod';
  const critical = 'shutdownGracePeriodCriticalPods';
  const byPriority = view.list('shutdownGracePeriodByPodPriority').length > 0;
  const set = view.duration(all) > 0n || view.duration(critical) > 0n;
  const found: Finding[] = [];
  if (view.gate('GracefulNodeShutdown')) {
    if (view.duration(critical) > view.duration(all)) {
      found.push(
        finding(`${INVALID}${critical} ${view.text(critical)} must be <= ${all} ${view.text(all)}`, critical, all),
      );
    }
    for (const path of [all, critical]) {
      const value = view.duration(path);
      if (value < 0n || (value > 0n && value < SECOND)) {
        found.push(finding(`${INVALID}${path} ${view.text(path)} must be either zero or otherwise >= 1 sec`, path));
      }
    }
  } else if (set) {
    found.push(
      finding(`${INVALID}specifying ${all} or ${critical} requires feature gate GracefulNodeShutdown`, all, critical),
    );
  }
  if (view.gate('GracefulNodeShutdownBasedOnPodPriority')) {
    if (byPriority && set) {
      found.push(
        finding(
          `${INVALID}Cannot specify both shutdownGracePeriodByPodPriority and shutdownGracePeriod at the same time`,
          'shutdownGracePeriodByPodPriority',
          all,
        ),
      );
    }
  } else if (byPriority) {
    found.push(
      finding(
        `${INVALID}Specifying shutdownGracePeriodByPodPriority requires feature gate GracefulNodeShutdownBasedOnPodPriority`,
        'shutdownGracePeriodByPodPriority',
      ),
    );
  }
  return found;
}

function swap(view: View): readonly Finding[] {
  const path = 'memorySwap.swapBehavior';
  const behavior = view.text(path);
  if (behavior === '') return [];
  if (!view.gate('NodeSwap'))
    return [finding(`${INVALID}${path} cannot be set when NodeSwap feature flag is disabled`, path)];
  if (isListed(view, path)) return [];
  return [finding(`${INVALID}${path} ${goQuote(behavior)} must be one of: "", "LimitedSwap" or "NoSwap"`, path)];
}

function crashLoop(view: View): readonly Finding[] {
  const path = 'crashLoopBackOff.maxContainerRestartPeriod';
  if (!view.has(path)) return [];
  const set = view.json(path) !== null;
  const gate = 'FeatureGate KubeletCrashLoopBackOffMax';
  const name = 'CrashLoopBackOff.MaxContainerRestartPeriod';
  if (!view.gate('KubeletCrashLoopBackOffMax')) {
    return set ? [finding(`${INVALID}${gate} not enabled, ${name} must not be set`, path)] : [];
  }
  if (!set) return [finding(`${INVALID}${gate} is enabled, ${name} must be set`, path)];
  const milliseconds = view.duration(path) / 1_000_000n;
  if (milliseconds >= 1000n && milliseconds <= 300_000n) return [];
  const seconds = Number(view.duration(path)) / 1e9;
  return [finding(`${INVALID}${name} (got: ${seconds} seconds) must be set between 1s and 300s`, path)];
}
