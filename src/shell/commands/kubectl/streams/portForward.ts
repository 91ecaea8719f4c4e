import type { Follower } from '../../../foreground.ts';
import { pathSegment } from '../client/query.ts';
import { STREAMS_HELP } from '../help/streams.data.ts';
import type { Invocation } from '../invocation.ts';
import { errorText } from '../kubeError.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { addressesOf } from './addresses.ts';
import { completePods } from './completePods.ts';
import { fetchNamed, podsBehind } from './podOf.ts';
import { phaseOf, podName, podNamespace } from './podSpec.ts';
import { type ForwardedPort, forwardedPorts, numberedPorts } from './ports.ts';
import { PORT_FORWARD, upgrade } from './upgrade.ts';

/** `kubectl port-forward`: through the API server to the pod's kubelet. Models kubectl/pkg/cmd/portforward, v0.36. */
export const portForward: Subcommand = {
  path: 'port-forward',
  help: STREAMS_HELP['port-forward'] ?? '',
  run,
  complete: completePods,
};

function run(invocation: Invocation): Finish {
  const [target = '', ...words] = invocation.parameters;
  if (words.length === 0) return invocation.misused('TYPE/NAME and list of ports are required for port-forward');
  const named = fetchNamed(invocation, target);
  if (!named.ok) return invocation.fail(named.error);
  const pods = podsBehind(invocation, named.value, 'cannot attach to');
  if (!pods.ok) return invocation.fail(pods.error);
  const [pod] = pods.value;
  if (pod === undefined) return invocation.fail('timed out waiting for the condition');
  const phase = phaseOf(pod);
  const numbered = numberedPorts(words, pod);
  if (!numbered.ok) return invocation.fail(numbered.error);
  if (phase !== 'Running') {
    return invocation.fail(`unable to forward port because pod is not running. Current status=${phase}`);
  }
  const ports = forwardedPorts(numbered.value);
  if (!ports.ok) return invocation.fail(ports.error);
  const addresses = addressesOf(invocation.flags.list('address'));
  if (typeof addresses === 'string') return invocation.fail(addresses);
  const opened = upgrade(invocation, {
    path: `/api/v1/namespaces/${pathSegment(podNamespace(pod))}/pods/${pathSegment(podName(pod))}/portforward`,
    query: [],
    ...PORT_FORWARD,
  });
  if (!opened.ok) return invocation.fail(`error upgrading connection: ${errorText(opened.error)}`);
  for (const port of ports.value) {
    for (const address of addresses) invocation.print(forwarding(address, port));
  }
  return invocation.done({ kind: 'follow', follower: FORWARDING });
}

/** Holds the terminal and says nothing: nobody connects. */
const FORWARDING: Follower = { look: () => ({ text: '', next: FORWARDING }) };

/** The first free port that Linux would give. */
const EPHEMERAL = 32_768;

function forwarding(address: string, { local, remote }: ForwardedPort): string {
  const host = address.includes(':') ? `[${address}]` : address;
  return `Forwarding from ${host}:${local === 0 ? EPHEMERAL + (remote % 28_000) : local} -> ${remote}\n`;
}
