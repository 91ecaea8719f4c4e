import type { JsonObject } from '../../../json.ts';
import { reviewAccess } from '../../access.ts';
import { objectAt, objectsAt, textAt } from '../../json.ts';
import { nodeIdentity } from '../../nodeAuthorizer.ts';
import { objectOf } from '../../objects.ts';
import { flagCauses } from '../flagCause.ts';
import type { ApiCall, Served } from '../journey.ts';
import { failureReply } from '../reply.ts';
import type { Resource } from '../resource.ts';
import { type Failure, forbidden, notFound } from '../status.ts';
import { type Change, nodeRestriction } from './nodeRestriction.ts';
import { admittedPod } from './podAdmission.ts';
import { subjectOf } from './signingErrors.ts';

/** What admission made of a change: the object, perhaps with more in it, or which plugin refused it and how. */
export type Admitted =
  | {
      readonly ok: true;
      readonly object: JsonObject | null /** Who had a say in it; '' when nobody had. */;
      readonly plugin: string;
    }
  | { readonly ok: false; readonly plugin: string; readonly failure: Failure };

/** Namespaces that are not to be deleted. */
const IMMORTAL = ['default', 'kube-system', 'kube-public'];

/**
 * Lets a change through the plugins that are on: NamespaceLifecycle, NodeRestriction where the API server has it, ServiceAccount and
 * its like for pods, and those for certificates. Models plugin/pkg/admission and pkg/kubeapiserver/options/plugins.go, v1.36.
 */
export function admit(call: ApiCall, resource: Resource, change: Change): Admitted {
  const about = { group: resource.group, resource: resource.name, name: change.name };
  const refuse = (plugin: string, why: string): Admitted => ({ ok: false, plugin, failure: forbidden(about, why) });
  const { cluster } = call.world;
  const { namespace } = call.info;
  if (resource.kind === 'Namespace' && change.operation === 'delete' && IMMORTAL.includes(change.name)) {
    return refuse('NamespaceLifecycle', 'this namespace may not be deleted');
  }
  const lost = resource.namespaced && objectOf(cluster, { kind: 'Namespace', namespace: '', name: namespace }) === null;
  if (lost && change.operation === 'create') {
    const failure = notFound({ group: '', resource: 'namespaces', name: namespace });
    return { ok: false, plugin: 'NamespaceLifecycle', failure };
  }
  const restricted = (cluster.admissionPlugins ?? ['NodeRestriction']).includes('NodeRestriction');
  const reason = restricted ? nodeRestriction(call, change) : null;
  if (reason !== null) return refuse('NodeRestriction', reason);
  const plugin = restricted && nodeIdentity(call.subject) !== null ? 'NodeRestriction' : '';
  if (change.operation === 'create' && change.kind === 'Pod' && change.object !== null) {
    const admitted = admittedPod(cluster, change.object);
    return 'why' in admitted
      ? refuse(admitted.plugin, admitted.why)
      : { ok: true, object: admitted.pod, plugin: plugin || 'ServiceAccount' };
  }
  if (change.operation === 'create' && change.kind === 'Node' && change.object !== null) {
    return { ok: true, object: notReady(change.object), plugin: plugin || 'TaintNodesByCondition' };
  }
  const certificate = change.kind === 'CertificateSigningRequest' ? certificateReason(call, change) : null;
  return certificate === null
    ? { ok: true, object: change.object, plugin }
    : refuse(certificate.plugin, certificate.why);
}

/** Models plugin/pkg/admission/nodetaint, v1.36: a new node takes no pods before it is ready. */
function notReady(node: JsonObject): JsonObject {
  const spec = objectAt(node, 'spec');
  const key = 'node.kubernetes.io/not-ready';
  const taints = objectsAt(spec, 'taints');
  if (taints.some((taint) => textAt(taint, 'key') === key)) return node;
  return { ...node, spec: { ...spec, taints: [...taints, { key, effect: 'NoSchedule' }] } };
}

/** Models plugin/pkg/admission/certificates, v1.36. */
function certificateReason(
  call: ApiCall,
  { operation, subresource, object, old }: Change,
): { plugin: string; why: string } | null {
  const spec = objectAt(old ?? object ?? {}, 'spec');
  const signer = textAt(spec, 'signerName');
  if (operation === 'create' && signer === 'kubernetes.io/kube-apiserver-client') {
    const asked = subjectOf(spec);
    if (!('error' in asked) && asked.organizations.includes('system:masters')) {
      return {
        plugin: 'CertificateSubjectRestriction',
        why: `use of ${signer} signer with system:masters group is not allowed`,
      };
    }
  }
  if (operation !== 'update') return null;
  if (subresource === 'approval' && !maySign(call, signer, 'approve')) {
    return {
      plugin: 'CertificateApproval',
      why: `user not permitted to approve requests with signerName ${JSON.stringify(signer)}`,
    };
  }
  if (subresource === 'status' && !maySign(call, signer, 'sign')) {
    return {
      plugin: 'CertificateSigning',
      why: `user not permitted to sign requests with signerName ${JSON.stringify(signer)}`,
    };
  }
  return null;
}

/** By the signer's name, or by `domain/*`. Models IsAuthorizedForSignerName in pkg/apis/certificates/authorization, v1.36. */
function maySign({ world, subject }: ApiCall, signer: string, verb: string): boolean {
  const any = `${signer.split('/')[0] ?? ''}/*`;
  return [signer, any].some(
    (name) =>
      reviewAccess(world.cluster, {
        subject,
        verb,
        group: 'certificates.k8s.io',
        version: '*',
        resource: 'signers',
        subresource: '',
        namespace: '',
        name,
      }).allowed,
  );
}

/** The answer to a change that was not let in, with the flag that switched the plugin on. */
export function notAdmitted(
  call: ApiCall,
  { plugin, failure }: { readonly plugin: string; readonly failure: Failure },
): Served {
  return {
    reply: failureReply(call.request, failure),
    reason: 'api-not-admitted',
    facts: { status: failure.code, message: failure.message },
    causes: plugin === 'NodeRestriction' ? flagCauses(call.world, 'enable-admission-plugins') : [],
    admission: { plugin, refusal: failure.message },
  };
}
