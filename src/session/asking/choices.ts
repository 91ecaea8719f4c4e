import { numberAt } from '#engine/config/effective.ts';
import type { Node, World } from '#engine/world/world.ts';
import { NEW_FORM } from '#shell/commands/curl/form.ts';
import type { PortChoice, RequestChoices } from '../view/requests.ts';
import { endpointsFor } from './endpoints.ts';
import { authoritiesOn, identitiesOn } from './identities.ts';
import { targetOn } from './target.ts';
import { WORDS } from './words.ts';

const METHODS = ['GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const;

/** What a form offers on a node as it is now. */
export function choicesOn(node: Node, world: World): RequestChoices {
  const ports = portsOf(node);
  return {
    start: { ...NEW_FORM, port: ports[0]?.port ?? NEW_FORM.port },
    identities: identitiesOn(node.host.files),
    ports,
    hosts: ['localhost', node.host.address, node.name],
    methods: METHODS,
    endpoints: endpointsFor(targetOn(node, world)),
    authorities: authoritiesOn(node.host.files),
  };
}

/** The three doors by the numbers in force; a closed one keeps the number it usually has, for "refused" is an answer too. */
function portsOf(node: Node): readonly PortChoice[] {
  const config = node.kubelet.process?.config ?? null;
  const number = (field: string, usual: number): number => (config === null ? 0 : numberAt(config, field)) || usual;
  const ports: readonly PortChoice[] = [
    { port: number('port', 10250), scheme: 'https', says: WORDS.portSays.main },
    { port: number('readOnlyPort', 10255), scheme: 'http', says: WORDS.portSays.readOnly },
    { port: number('healthzPort', 10248), scheme: 'http', says: WORDS.portSays.healthz },
  ];
  return ports.filter(({ port }, index) => ports.findIndex((other) => other.port === port) === index);
}
