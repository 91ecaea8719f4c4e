import { objectAt, objectsAt, textAt, textsAt, valueAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import { ageOf, humanDuration } from './age.ts';
import { eventCells } from './eventCells.ts';
import { nodeCells } from './nodeCells.ts';
import { numberAt, podCells } from './podCells.ts';
import type { Column, TableOfKind } from './table.ts';

/** Columns by their names; those behind `|` are wide. */
function columns(text: string): readonly Column[] {
  const [narrow = '', wide = ''] = text.split('|');
  const named = (names: string) => names.split(',').filter((name) => name !== '');
  return [...named(narrow).map((name) => ({ name })), ...named(wide).map((name) => ({ name, wide: true }))];
}

const nameOf = (object: JsonObject) => textAt(objectAt(object, 'metadata'), 'name');
const created = (object: JsonObject) => textAt(objectAt(object, 'metadata'), 'creationTimestamp');
const age = (object: JsonObject, now: number) => ageOf(created(object), now);
const count = (object: JsonObject, key: string) => String(Object.keys(objectAt(object, key)).length);

const BINDING: TableOfKind = {
  columns: columns('Name,Role,Age|Users,Groups,ServiceAccounts'),
  cells: (object, now) => {
    const roleRef = objectAt(object, 'roleRef');
    const named = (kind: string) => objectsAt(object, 'subjects').filter((subject) => textAt(subject, 'kind') === kind);
    const accounts = named('ServiceAccount').map((one) => `${textAt(one, 'namespace')}/${textAt(one, 'name')}`);
    const names = (kind: string) =>
      named(kind)
        .map((one) => textAt(one, 'name'))
        .join(', ');
    return [
      nameOf(object),
      `${textAt(roleRef, 'kind')}/${textAt(roleRef, 'name')}`,
      age(object, now),
      names('User'),
      names('Group'),
      accounts.join(', '),
    ];
  },
};

const ROLE: TableOfKind = {
  columns: columns('Name,Created At'),
  cells: (object) => [nameOf(object), created(object)],
};

/**
 * How the API server lays out the kinds that are kept; all others show name and age.
 * Models AddHandlers in pkg/printers/internalversion/printers.go, v1.36.
 */
const TABLES: Readonly<Record<string, TableOfKind>> = {
  Pod: {
    columns: columns('Name,Ready,Status,Restarts,Age|IP,Node,Nominated Node,Readiness Gates'),
    cells: podCells,
  },
  Node: {
    columns: columns('Name,Status,Roles,Age,Version|Internal-IP,External-IP,OS-Image,Kernel-Version,Container-Runtime'),
    cells: nodeCells,
  },
  Event: {
    columns: [...columns('Last Seen,Type,Reason,Object|Subobject,Source'), ...columns('Message|First Seen,Count,Name')],
    cells: eventCells,
  },
  Namespace: {
    columns: columns('Name,Status,Age'),
    cells: (object, now) => [nameOf(object), textAt(objectAt(object, 'status'), 'phase'), age(object, now)],
  },
  Secret: {
    columns: columns('Name,Type,Data,Age'),
    cells: (object, now) => [nameOf(object), textAt(object, 'type'), count(object, 'data'), age(object, now)],
  },
  ConfigMap: {
    columns: columns('Name,Data,Age'),
    cells: (object, now) => [
      nameOf(object),
      String(Number(count(object, 'data')) + Number(count(object, 'binaryData'))),
      age(object, now),
    ],
  },
  Role: ROLE,
  ClusterRole: ROLE,
  RoleBinding: BINDING,
  ClusterRoleBinding: BINDING,
  CertificateSigningRequest: {
    columns: columns('Name,Age,SignerName,Requestor,RequestedDuration,Condition'),
    cells: (object, now) => {
      const spec = objectAt(object, 'spec');
      const duration = valueAt(spec, 'expirationSeconds');
      return [
        nameOf(object),
        age(object, now),
        textAt(spec, 'signerName') || '<none>',
        textAt(spec, 'username'),
        typeof duration === 'number' ? humanDuration(duration) : '<none>',
        signingCondition(object),
      ];
    },
  },
  Lease: {
    columns: columns('Name,Holder,Age'),
    cells: (object, now) => [nameOf(object), textAt(objectAt(object, 'spec'), 'holderIdentity'), age(object, now)],
  },
  Endpoints: {
    columns: columns('Name,Endpoints,Age'),
    cells: (object, now) => [nameOf(object), endpointsText(object), age(object, now)],
  },
  EndpointSlice: {
    columns: columns('Name,AddressType,Ports,Endpoints,Age'),
    cells: (object, now) => [
      nameOf(object),
      textAt(object, 'addressType'),
      objectsAt(object, 'ports')
        .map((port) => numberAt(port, 'port'))
        .join(',') || '<unset>',
      objectsAt(object, 'endpoints')
        .flatMap((endpoint) => textsAt(endpoint, 'addresses'))
        .join(',') || '<unset>',
      age(object, now),
    ],
  },
  PriorityClass: {
    columns: columns('Name,Value,Global-Default,Age,PreemptionPolicy'),
    cells: (object, now) => [
      nameOf(object),
      String(numberAt(object, 'value')),
      String(object.globalDefault === true),
      age(object, now),
      textAt(object, 'preemptionPolicy'),
    ],
  },
  Service: {
    columns: columns('Name,Type,Cluster-IP,External-IP,Port(s),Age|Selector'),
    cells: (object, now) => {
      const spec = objectAt(object, 'spec');
      const external = textsAt(spec, 'externalIPs').join(',');
      const selector = Object.entries(objectAt(spec, 'selector')).map(([key, value]) => `${key}=${String(value)}`);
      return [
        nameOf(object),
        textAt(spec, 'type'),
        textsAt(spec, 'clusterIPs')[0] ?? '<none>',
        external || '<none>',
        objectsAt(spec, 'ports').map(portText).join(',') || '<none>',
        age(object, now),
        selector.sort().join(',') || '<none>',
      ];
    },
  },
};

const OTHERS: TableOfKind = {
  columns: columns('Name,Age'),
  cells: (object, now) => [nameOf(object), age(object, now)],
};

/** The table of a kind. */
export function tableOf(kind: string): TableOfKind {
  return (Object.hasOwn(TABLES, kind) ? TABLES[kind] : undefined) ?? OTHERS;
}

/** The first three of an object's addresses with their ports. Models formatEndpoints, v1.36. */
function endpointsText(object: JsonObject): string {
  const all = objectsAt(object, 'subsets').flatMap((subset) => {
    const ports = objectsAt(subset, 'ports').map((port) => `:${numberAt(port, 'port')}`);
    const places = objectsAt(subset, 'addresses').map((address) => textAt(address, 'ip'));
    return (ports.length === 0 ? [''] : ports).flatMap((port) => places.map((place) => `${place}${port}`));
  });
  if (all.length === 0) return '<none>';
  return all.length > 3 ? `${all.slice(0, 3).join(',')} + ${all.length - 3} more...` : all.join(',');
}

function portText(port: JsonObject): string {
  const node = numberAt(port, 'nodePort');
  return `${numberAt(port, 'port')}${node === 0 ? '' : `:${node}`}/${textAt(port, 'protocol')}`;
}

/** Models extractCSRStatus in pkg/printers/internalversion/printers.go, v1.36. */
export function signingCondition(request: JsonObject): string {
  const status = objectAt(request, 'status');
  const is = (type: string) => objectsAt(status, 'conditions').some((one) => textAt(one, 'type') === type);
  const decided = is('Denied') ? 'Denied' : is('Approved') ? 'Approved' : 'Pending';
  return `${decided}${is('Failed') ? ',Failed' : ''}${textAt(status, 'certificate') === '' ? '' : ',Issued'}`;
}
