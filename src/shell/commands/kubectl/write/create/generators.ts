import { goQuote } from '#engine/config/go/quote.ts';
import { WRITE_HELP } from '../../help/write.data.ts';
import type { Invocation } from '../../invocation.ts';
import { findResource } from '../../kinds/mapper.ts';
import { failed, type KubeError } from '../../kubeError.ts';
import type { Subcommand } from '../../subcommand.ts';
import { makeClusterRoleBinding, makeRoleBinding } from '../generate/bindings.ts';
import { makeConfigMap, makeRegistrySecret, makeSecret, makeTlsSecret, type Surroundings } from '../generate/keyed.ts';
import { type Made, made, metadataOf } from '../generate/made.ts';
import { type MadeRole, makeClusterRole, makeRole, type ResourceFor, type RuleRequest } from '../generate/rules.ts';
import { sourceFiles } from '../sourceFiles.ts';
import { DOCKER_REGISTRY_HELP } from './dockerRegistryHelp.data.ts';
import { type Generator, generatorCommand } from './generator.ts';

const GENERATORS: readonly Generator[] = [
  {
    path: 'create namespace',
    aliases: ['ns'],
    make: (_, name) =>
      named(name, made({ kind: 'Namespace', apiVersion: 'v1', metadata: { name }, spec: {}, status: {} })),
  },
  {
    path: 'create serviceaccount',
    aliases: ['sa'],
    failure: 'failed to create serviceaccount:',
    make: (_, name, namespace) =>
      named(name, made({ kind: 'ServiceAccount', apiVersion: 'v1', metadata: metadataOf(name, namespace) })),
  },
  {
    path: 'create role',
    make: (invocation, name, namespace) =>
      named(
        name,
        withRules(invocation, (resourceFor) => makeRole(ruleRequest(invocation, name, namespace), resourceFor)),
      ),
  },
  {
    path: 'create clusterrole',
    make(invocation, name) {
      const labels = invocation.flags.text('aggregation-rule');
      if (labels !== '' && labels.split(',').some((pair) => !pair.includes('='))) {
        const why = 'for "--aggregation-rule" flag: malformed pair, expect string=string';
        const advice = "See 'kubectl create clusterrole --help' for usage.";
        return failed(`invalid argument ${goQuote(labels)} ${why}\n${advice}`);
      }
      const request = ruleRequest(invocation, name, null);
      return named(
        name,
        withRules(invocation, (resourceFor) => makeClusterRole(request, resourceFor)),
      );
    },
  },
  {
    path: 'create rolebinding',
    failure: 'failed to create rolebinding:',
    make: (invocation, name, namespace) => named(name, makeRoleBinding(bindingRequest(invocation, name, namespace))),
  },
  {
    path: 'create clusterrolebinding',
    required: ['clusterrole'],
    failure: 'failed to create clusterrolebinding:',
    make: (invocation, name) => named(name, makeClusterRoleBinding(bindingRequest(invocation, name, null))),
  },
  {
    path: 'create configmap',
    aliases: ['cm'],
    failure: 'failed to create configmap:',
    make: (invocation, name, namespace) =>
      named(name, makeConfigMap({ ...keyedRequest(invocation), name, namespace }, surroundings(invocation))),
  },
  {
    path: 'create secret generic',
    failure: 'failed to create secret',
    make: (invocation, name, namespace) => {
      const type = invocation.flags.text('type');
      return named(name, makeSecret({ ...keyedRequest(invocation), name, namespace, type }, surroundings(invocation)));
    },
  },
  {
    path: 'create secret docker-registry',
    help: DOCKER_REGISTRY_HELP,
    failure: 'failed to create secret',
    make(invocation, name, namespace) {
      const { flags } = invocation;
      if (flags.list('from-file').length > 0) {
        return failed({ kind: 'not-modelled', message: 'kubectl create secret docker-registry --from-file' });
      }
      const [server, username, password, email] = ['server', 'username', 'password', 'email'].map((key) =>
        flags.text(`docker-${key}`),
      );
      const request = { name, namespace, appendHash: flags.on('append-hash') };
      const login = { server: server ?? '', username: username ?? '', password: password ?? '', email: email ?? '' };
      return named(name, makeRegistrySecret({ ...request, ...login }));
    },
  },
  {
    path: 'create secret tls',
    failure: 'failed to create secret',
    make: (invocation, name, namespace) => {
      const [cert, key] = [invocation.flags.text('cert'), invocation.flags.text('key')];
      const request = { name, namespace, cert, key, appendHash: invocation.flags.on('append-hash') };
      return named(name, makeTlsSecret(request, sourceFiles(invocation)));
    },
  },
];

/** `kubectl create secret`, which only holds others. */
const createSecret: Subcommand = { path: 'create secret', help: WRITE_HELP['create secret'] ?? '' };

/** The `kubectl create KIND` commands that are modelled. */
export const GENERATOR_COMMANDS: readonly Subcommand[] = [createSecret, ...GENERATORS.map(generatorCommand)];

function named(name: string, object: Made): Made {
  return name === '' ? failed('name must be specified') : object;
}

/** A role as `make` makes it, which asks what a resource's name means: the server's list says, if it answers. */
function withRules(invocation: Invocation, make: (resourceFor: ResourceFor) => MadeRole): Made {
  const unreached: KubeError[] = [];
  const { made: role, warnings } = make((resource, group) => {
    const error = unreached.length > 0 ? null : invocation.discover(2);
    if (error !== null) unreached.push(error);
    if (unreached.length > 0) return null;
    const [found] = findResource(group === '' ? resource : `${resource}.${group}`) ?? [];
    return found === undefined ? null : { resource: found.name, group: found.group };
  });
  const [error] = unreached;
  if (error !== undefined) return failed(error);
  for (const warning of warnings) invocation.complain(`${warning}\n`);
  return role;
}

function ruleRequest({ flags }: Invocation, name: string, namespace: string | null): RuleRequest {
  return {
    name,
    namespace,
    verbs: flags.list('verb'),
    resources: flags.list('resource'),
    resourceNames: flags.list('resource-name'),
    nonResourceUrls: flags.list('non-resource-url'),
    aggregation: Object.fromEntries(aggregationPairs(flags.text('aggregation-rule'))),
  };
}

/** `key=value` pairs, with commas between. */
function aggregationPairs(text: string): readonly (readonly [string, string])[] {
  if (text === '') return [];
  return text.split(',').map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
  });
}

function bindingRequest({ flags }: Invocation, name: string, namespace: string | null) {
  return {
    name,
    namespace,
    role: flags.text('role'),
    clusterRole: flags.text('clusterrole'),
    users: flags.list('user'),
    groups: flags.list('group'),
    serviceAccounts: flags.list('serviceaccount'),
  };
}

function keyedRequest({ flags }: Invocation) {
  return {
    sources: {
      literals: flags.list('from-literal'),
      files: flags.list('from-file'),
      envFiles: flags.list('from-env-file'),
    },
    appendHash: flags.on('append-hash'),
  };
}

function surroundings(invocation: Invocation): Surroundings {
  const { environment } = invocation.context;
  return {
    files: sourceFiles(invocation),
    variable: (name) => (Object.hasOwn(environment, name) ? (environment[name] ?? '') : ''),
  };
}
