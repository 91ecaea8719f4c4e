import { objectAt, objectsAt, textAt, valueAt } from '#engine/apiserver/json.ts';
import { parseInteger } from '#engine/config/go/numbers.ts';
import type { JsonObject } from '#engine/json.ts';
import { failed, type Result } from '../kubeError.ts';
import { podName } from './podSpec.ts';

/** A port of this machine that leads to one of a pod. Local 0 = any that is free. */
export interface ForwardedPort {
  readonly local: number;
  readonly remote: number;
}

/** `[LOCAL:]REMOTE` words with numbers for the names of a pod's ports. */
export function numberedPorts(words: readonly string[], pod: JsonObject): Result<readonly string[]> {
  const numbered: string[] = [];
  for (const word of words) {
    const number = withNumber(word, pod);
    if (!number.ok) return number;
    numbered.push(number.value);
  }
  return { ok: true, value: numbered };
}

/** The ports that `[LOCAL:]REMOTE` words of numbers name. */
export function forwardedPorts(words: readonly string[]): Result<readonly ForwardedPort[]> {
  const ports: ForwardedPort[] = [];
  for (const word of words) {
    const port = parsePort(word);
    if (!port.ok) return port;
    ports.push(port.value);
  }
  return { ok: true, value: ports };
}

/** Models convertPodNamedPortToNumber in kubectl/pkg/cmd/portforward, v0.36. */
function withNumber(word: string, pod: JsonObject): Result<string> {
  const [local, remote] = splitPort(word);
  if (remote === '') return failed('remote port cannot be empty');
  let number = remote;
  if (!/^[-+]?\d+$/.test(remote)) {
    const found = objectsAt(objectAt(pod, 'spec'), 'containers')
      .flatMap((container) => objectsAt(container, 'ports'))
      .find((port) => textAt(port, 'name') === remote);
    if (found === undefined) return failed(`Pod '${podName(pod)}' does not have a named port '${remote}'`);
    number = String(valueAt(found, 'containerPort'));
  }
  return { ok: true, value: local === remote ? number : `${local}:${number}` };
}

function splitPort(word: string): readonly [string, string] {
  const [first = '', second, ...more] = word.split(':');
  return second === undefined || more.length > 0 ? [first, first] : [first, second];
}

/** Models parsePorts in client-go/tools/portforward, v0.36. */
function parsePort(word: string): Result<ForwardedPort> {
  const parts = word.split(':');
  if (parts.length > 2) return failed(`invalid port format '${word}'`);
  const [first = '', second = first] = parts;
  const localText = parts.length === 2 && first === '' ? '0' : first;
  const local = unsigned(localText);
  if (typeof local === 'string') return failed(`error parsing local port '${localText}': ${local}`);
  const remote = unsigned(second);
  if (typeof remote === 'string') return failed(`error parsing remote port '${second}': ${remote}`);
  return remote === 0 ? failed('remote port must be > 0') : { ok: true, value: { local, remote } };
}

/** A 16-bit number, or the words of strconv.ParseUint. */
function unsigned(text: string): number | string {
  const quoted = JSON.stringify(text);
  if (!/^\d+$/.test(text)) return `strconv.ParseUint: parsing ${quoted}: invalid syntax`;
  const parsed = parseInteger(text, 64);
  return parsed.ok && parsed.value <= 65_535
    ? parsed.value
    : `strconv.ParseUint: parsing ${quoted}: value out of range`;
}
