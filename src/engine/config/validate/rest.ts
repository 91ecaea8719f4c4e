import { isObject } from '../../json.ts';
import { goQuote } from '../go/quote.ts';
import { cleanPath } from '../paths.ts';
import { type Finding, finding, type View } from './view.ts';

const INVALID = 'invalid configuration: ';
const UNIT = 65536;

/** What the operating system does not allow; the first finding only. Models validation_linux.go, v1.36. */
export function checkOperatingSystem(view: View): readonly Finding[] {
  if (view.on('failCgroupV1') && view.cgroup === 1) {
    const words =
      'kubelet is configured to not run on a host using cgroup v1. cgroup v1 support is unsupported and will be removed in a future release';
    return [finding(words, 'failCgroupV1')];
  }
  if (view.cgroup === 1 && view.json('singleProcessOOMKill') === false) {
    return [
      finding(
        `${INVALID}singleProcessOOMKill must not be explicitly set to false when using cgroup v1`,
        'singleProcessOOMKill',
      ),
    ];
  }
  const namespaces = view.json('userNamespaces');
  const ids = isObject(namespaces) ? namespaces.idsPerPod : null;
  if (typeof ids !== 'number') return [];
  const found = (rule: string): readonly Finding[] => [
    finding(`${INVALID}userNamespaces.idsPerPod must ${rule}`, 'userNamespaces'),
  ];
  if (ids < UNIT) return found(`not be less than ${UNIT}`);
  if (ids % UNIT !== 0) return found(`be a multiple of ${UNIT}`);
  return ids > 2 ** 32 - 1 ? found(`not be more than ${2 ** 32 - 1}`) : [];
}

/** Hidden metrics: only those of the previous minor version may be shown again. */
export function checkHiddenMetrics(view: View): readonly Finding[] {
  const path = 'showHiddenMetricsForVersion';
  const version = view.text(path);
  const previous = `1.${view.minor - 1}`;
  if (version === '' || version === previous) return [];
  return [
    finding(
      `invalid ${path}: ${path}: Invalid value: ${goQuote(version)}: must be omitted or have the value '${previous}'; only the previous minor version is allowed`,
      path,
    ),
  ];
}

/** Models component-base/tracing/api/v1, v1.36. */
export function checkTracing(view: View): readonly Finding[] {
  const tracing = view.json('tracing');
  if (!isObject(tracing)) return [];
  const found: Finding[] = [];
  const rate = tracing.samplingRatePerMillion;
  if (typeof rate === 'number' && (rate < 0 || rate > 1_000_000)) {
    const rule =
      rate < 0
        ? 'sampling rate must be positive'
        : 'sampling rate per million must be less than or equal to one million';
    found.push(finding(`tracing.samplingRatePerMillion: Invalid value: ${rate}: ${rule}`, 'tracing'));
  }
  const endpoint = tracing.endpoint;
  if (typeof endpoint !== 'string' || !endpoint.includes('//')) return found;
  const scheme = (/^([a-zA-Z][-+.a-zA-Z0-9]*):/.exec(endpoint)?.[1] ?? '').toLowerCase();
  if (!['dns', 'unix', 'unix-abstract'].includes(scheme)) {
    found.push(
      finding(
        `tracing.endpoint: Invalid value: ${goQuote(endpoint)}: unsupported scheme: ${scheme}.  Options are none, dns, unix, or unix-abstract.  See https://github.com/grpc/grpc/blob/master/doc/naming.md`,
        'tracing',
      ),
    );
  }
  return found;
}

/** Memory quality, runtime endpoint, log query, log rotation and pod logs. Models ValidateKubeletConfiguration, last part, v1.36. */
export function checkLast(view: View): readonly Finding[] {
  return [...memoryQuality(view), ...runtimeAndLogs(view), ...podLogs(view)];
}

function memoryQuality(view: View): readonly Finding[] {
  const found: Finding[] = [];
  const factor = view.json('memoryThrottlingFactor');
  if (typeof factor === 'number' && (factor <= 0 || factor > 1)) {
    found.push(
      finding(
        `${INVALID}memoryThrottlingFactor ${factor} must be greater than 0 and less than or equal to 1.0`,
        'memoryThrottlingFactor',
      ),
    );
  }
  const path = 'memoryReservationPolicy';
  if (!view.has(path)) return found;
  const policy = view.text(path);
  if (policy === 'TieredReservation' && !view.gate('MemoryQoS')) {
    found.push(finding(`${INVALID}${path} "TieredReservation" requires MemoryQoS feature gate to be enabled`, path));
  }
  if (policy !== 'None' && policy !== 'TieredReservation') {
    found.push(
      finding(
        `${INVALID}option ${goQuote(policy)} specified for ${path}. Valid options are "None" or "TieredReservation"`,
        path,
      ),
    );
  }
  return found;
}

function runtimeAndLogs(view: View): readonly Finding[] {
  const found: Finding[] = [];
  const add = (bad: boolean, words: string, ...fields: readonly string[]): void => {
    if (bad) found.push(finding(INVALID + words, ...fields));
  };
  const query = view.on('enableSystemLogQuery');
  add(
    view.text('containerRuntimeEndpoint') === '',
    'the containerRuntimeEndpoint was not specified or empty',
    'containerRuntimeEndpoint',
  );
  add(
    query && !view.gate('NodeLogQuery'),
    `NodeLogQuery feature gate is required for ${view.release.traits.logQueryErrorNames}`,
    'enableSystemLogQuery',
  );
  add(
    query && !view.on('enableSystemLogHandler'),
    'enableSystemLogHandler is required for enableSystemLogQuery',
    'enableSystemLogQuery',
    'enableSystemLogHandler',
  );
  add(
    view.number('containerLogMaxWorkers') < 1,
    'containerLogMaxWorkers must be greater than or equal to 1',
    'containerLogMaxWorkers',
  );
  add(
    view.duration('containerLogMonitorInterval') < 3_000_000_000n,
    'containerLogMonitorInterval must be a positive time duration greater than or equal to 3s',
    'containerLogMonitorInterval',
  );
  add(
    view.release.traits.logFilesChecked && view.number('containerLogMaxFiles') <= 1,
    'containerLogMaxFiles must be greater than 1',
    'containerLogMaxFiles',
  );
  return found;
}

function podLogs(view: View): readonly Finding[] {
  const path = 'podLogsDir';
  const folder = view.text(path);
  const about = `pod logs path ${goQuote(folder)}`;
  const rules: readonly (readonly [boolean, string])[] = [
    [folder === '', 'podLogsDir was not specified'],
    [!folder.startsWith('/'), `${about} must be absolute path`],
    [folder !== cleanPath(folder), `${about} must be normalized`],
    [[...folder].some((char) => (char.codePointAt(0) ?? 0) > 127), `${about} mut contains ASCII characters only`],
  ];
  return rules.filter(([bad]) => bad).map(([, words]) => finding(INVALID + words, path));
}
