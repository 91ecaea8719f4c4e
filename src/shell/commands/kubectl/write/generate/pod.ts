import { parseInteger } from '#engine/config/go/numbers.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import type { JsonObject } from '#engine/json.ts';
import { failed } from '../../kubeError.ts';
import { type Made, made, metadataOf } from './made.ts';

/** What a `kubectl run` line asks for. */
export interface RunRequest {
  readonly name: string;
  readonly namespace: string | null;
  readonly image: string;
  /** What stands behind the name: arguments, or the command with `--command`. */
  readonly words: readonly string[];
  readonly isCommand: boolean;
  /** `NAME=value` each. */
  readonly env: readonly string[];
  /** `--labels` as typed. */
  readonly labels: string;
  readonly annotations: readonly string[];
  readonly port: string;
  readonly restart: string;
  readonly pullPolicy: string;
  readonly stdin: boolean;
  readonly stdinOpen: boolean;
  readonly tty: boolean;
  readonly privileged: boolean;
}

/** The pod of `kubectl run`. Models BasicPod in kubectl/pkg/generate/versioned/run.go, v0.36. */
export function makePod(request: RunRequest): Made {
  const env: JsonObject[] = [];
  for (const text of request.env) {
    const at = text.indexOf('=');
    const name = text.slice(0, Math.max(at, 0));
    if (!/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name) || name.startsWith('..') || name === '.') {
      return failed(`invalid env: ${text}`);
    }
    const value = text.slice(at + 1);
    env.push(value === '' ? { name } : { name, value });
  }
  const annotations = pairs(request.annotations);
  if (typeof annotations === 'string') return failed(annotations);
  const labels = request.labels === '' ? { run: request.name } : labelsIn(request.labels);
  if (typeof labels === 'string') return failed(labels);
  const port = request.port === '' ? null : parseInteger(request.port, 64);
  if (port !== null && !port.ok) {
    return failed(port.error.replace('strconv.ParseInt', 'strconv.Atoi'));
  }
  const words = request.isCommand ? { command: request.words } : { args: request.words };
  const container = {
    name: request.name,
    image: request.image,
    ...(request.words.length === 0 ? {} : words),
    ...(port === null ? {} : { ports: [{ containerPort: port.value }] }),
    ...(env.length === 0 ? {} : { env }),
    resources: {},
    ...(request.pullPolicy === '' ? {} : { imagePullPolicy: request.pullPolicy }),
    ...(request.privileged ? { securityContext: { privileged: true } } : {}),
    ...(request.stdin ? { stdin: true } : {}),
    ...(request.stdin && !request.stdinOpen ? { stdinOnce: true } : {}),
    ...(request.tty ? { tty: true } : {}),
  };
  return made({
    kind: 'Pod',
    apiVersion: 'v1',
    metadata: {
      ...metadataOf(request.name, request.namespace),
      labels,
      ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
    },
    spec: { containers: [container], restartPolicy: request.restart, dnsPolicy: 'ClusterFirst' },
    status: {},
  });
}

/** The labels of `--labels=a=b,c=d`, sorted; the error's text when it is none. */
function labelsIn(text: string): JsonObject | string {
  const labels = new Map<string, string>();
  for (const label of text.split(',')) {
    const [key = '', value = '', ...more] = label.split('=');
    if (!label.includes('=') || more.length > 0) return `unexpected label spec: ${label}`;
    if (key === '') return 'unexpected empty label key';
    labels.set(key, value);
  }
  return sorted(labels);
}

function pairs(texts: readonly string[]): JsonObject | string {
  const bad = texts.filter((text) => text.indexOf('=') < 1);
  if (bad.length > 0) return `invalid annotations format: ${bad.join(', ')}`;
  return sorted(new Map(texts.map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)])));
}

function sorted(map: ReadonlyMap<string, string>): JsonObject {
  return Object.fromEntries([...map].sort(([left], [right]) => (left < right ? -1 : 1)));
}

const DOMAIN = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const PATH = '[a-z0-9]+(?:(?:[._]|__|[-]+)[a-z0-9]+)*';
const REFERENCE = new RegExp(
  `^(?:${DOMAIN}(?:\\.${DOMAIN})*(?::[0-9]+)?/)?${PATH}(?:/${PATH})*(?::[\\w][\\w.-]{0,127})?` +
    '(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9A-Fa-f]{32,})?$',
);

/** What is wrong with the name of an image; null when it is one. Models github.com/distribution/reference. */
export function imageProblem(image: string): string | null {
  return REFERENCE.test(image) ? null : `Invalid image name ${goQuote(image)}: invalid reference format`;
}
