import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import type { JsonObject } from '#engine/json.ts';
import { READ_HELP } from '../help/read.data.ts';
import type { Invocation } from '../invocation.ts';
import { findResource } from '../kinds/mapper.ts';
import type { Result } from '../kubeError.ts';
import { yamlText } from '../print/yaml.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { completeResources } from './completeResources.ts';

const KUSTOMIZE = 'v5.8.1';

/** What a kubectl of that version says of itself. */
const CLIENT: JsonObject = {
  major: '1',
  minor: '36',
  gitVersion: 'v1.36.3',
  gitCommit: '0d2a9b1c4e7f60a3b8d5c2e1f4a79683b0c5d8e2',
  gitTreeState: 'clean',
  buildDate: '2026-11-01T00:00:00Z',
  goVersion: 'go1.26.8',
  compiler: 'gc',
  platform: 'linux/amd64',
};

/** Commands that ask the server what it is. */
export const ABOUT_COMMANDS: readonly Subcommand[] = [
  { path: 'version', help: READ_HELP.version ?? '', run: version },
  { path: 'cluster-info', help: READ_HELP['cluster-info'] ?? '', run: clusterInfo },
  { path: 'explain', help: READ_HELP.explain ?? '', run: explain, complete: completeResources },
  { path: 'top', help: READ_HELP.top ?? '' },
  { path: 'top node', aliases: ['nodes', 'no'], help: READ_HELP['top node'] ?? '', run: top },
  { path: 'top pod', aliases: ['pods', 'po'], help: READ_HELP['top pod'] ?? '', run: top },
];

/** Models kubectl/pkg/cmd/version/version.go, v0.36. */
function version(invocation: Invocation): Finish {
  const { flags, parameters } = invocation;
  if (parameters.length > 0) return invocation.fail(`extra arguments: [${parameters.join(' ')}]`);
  const output = flags.text('output');
  if (!['', 'yaml', 'json'].includes(output)) return invocation.fail(`--output must be 'yaml' or 'json'`);
  const answer: Result<JsonObject> | null = flags.on('client') ? null : serverVersion(invocation);
  const server = answer?.ok === true ? answer.value : null;
  const all: JsonObject = {
    clientVersion: CLIENT,
    kustomizeVersion: KUSTOMIZE,
    ...(server === null ? {} : { serverVersion: server }),
  };
  if (output === 'yaml') invocation.print(`${yamlText(all)}\n`);
  else if (output === 'json') invocation.print(`${JSON.stringify(all, null, 2)}\n`);
  else {
    invocation.print(`Client Version: ${textAt(CLIENT, 'gitVersion')}\nKustomize Version: ${KUSTOMIZE}\n`);
    if (server !== null) invocation.print(`Server Version: ${textAt(server, 'gitVersion')}\n`);
  }
  return answer === null || answer.ok ? invocation.done() : invocation.fail(answer.error);
}

function serverVersion(invocation: Invocation): Result<JsonObject> {
  const answer = invocation.call({ method: 'GET', path: '/version', query: [['timeout', '32s']] });
  return answer.ok ? { ok: true, value: answer.value.object } : answer;
}

/** Models kubectl/pkg/cmd/clusterinfo/clusterinfo.go, v0.36. */
function clusterInfo(invocation: Invocation): Finish {
  const config = invocation.client();
  if (!config.ok) return invocation.fail(config.error);
  const unreached = invocation.discover();
  const answer =
    unreached !== null
      ? ({ ok: false, error: unreached } as const)
      : invocation.call({
          method: 'GET',
          path: '/api/v1/namespaces/kube-system/services',
          query: [
            ['labelSelector', 'kubernetes.io/cluster-service=true'],
            ['limit', '500'],
          ],
        });
  if (answer.ok) {
    runningAt(invocation, 'Kubernetes control plane', config.value.server);
    for (const service of objectsAt(answer.value.object, 'items')) {
      const metadata = objectAt(service, 'metadata');
      const [port] = objectsAt(objectAt(service, 'spec'), 'ports');
      const named = port === undefined ? '' : textAt(port, 'name');
      const name = textAt(objectAt(metadata, 'labels'), 'kubernetes.io/name') || textAt(metadata, 'name');
      const path = `/api/v1/namespaces/kube-system/services/${textAt(metadata, 'name')}${named === '' ? '' : `:${named}`}/proxy`;
      runningAt(invocation, name, `${config.value.server}${path}`);
    }
  }
  invocation.print("\nTo further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.\n");
  return answer.ok ? invocation.done() : invocation.fail(answer.error);
}

/** A terminal sees the name in green and the address in yellow. */
function runningAt(invocation: Invocation, name: string, url: string): void {
  const coloured = invocation.context.terminal.stdout;
  const paint = (code: number, text: string) => (coloured ? `\u001b[0;${code}m${text}\u001b[0m` : text);
  invocation.print(`${paint(32, name)} is running at ${paint(33, url)}\n`);
}

function explain(invocation: Invocation): Finish {
  const { parameters } = invocation;
  if (parameters.length === 0) {
    return invocation.fail(
      'You must specify the type of resource to explain. Use "kubectl api-resources" for a complete list of supported resources.',
    );
  }
  if (parameters.length > 1) return invocation.fail(`We accept only this format: explain RESOURCE\n`);
  const unreached = invocation.discover() ?? invocation.discoverAnew(0);
  if (unreached !== null) return invocation.fail(unreached);
  const type = (parameters[0] ?? '').split('.')[0] ?? '';
  if (findResource(type) !== null) return invocation.notModelled('the documentation that kubectl explain prints');
  invocation.complain(`the server doesn't have a resource type ${goQuote(type)}\n`);
  return { exitCode: 1 };
}

function top(invocation: Invocation): Finish {
  const unreached = invocation.discoverAnew();
  return invocation.fail(unreached ?? 'Metrics API not available');
}
