import { reviewAccess } from '#engine/apiserver/access.ts';
import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import type { Subject } from '#engine/apiserver/subject.ts';
import { settingAt } from '#engine/config/effective.ts';
import { placeText } from '#engine/explain/cause.ts';
import type { FileEntry } from '#engine/host/files.ts';
import { permissionText } from '#engine/host/permissions.ts';
import { isReady } from '#engine/world/ready.ts';
import { nodeNamed, type World } from '#engine/world/world.ts';
import type { Check } from '#packs/checks.ts';
import { sinceLastStart } from '../../lastStart.ts';
import { manifestSays, silence } from '../because/apiServerManifest.ts';
import { oneLine, stillness } from '../because/stillness.ts';
import { type Case, type Finding, holding, isRunning, lacking, onNode } from '../case.ts';
import { inForce } from '../obstacle.ts';

/** A file's mode, owner and group; or whether it is there. */
export function fileFinding(check: Check & { check: 'file' }, { world, home }: Case): Finding {
  const { path } = check;
  const node = check.node ?? home;
  const files = nodeNamed(world, node)?.host.files ?? {};
  const entry = Object.hasOwn(files, path) ? files[path] : undefined;
  if (entry === undefined) {
    const because = `${node} has no ${path}.`;
    return check.exists ? lacking({ expected: path, got: 'no such file', because }) : holding(`There is no ${path}.`);
  }
  const is = `${permissionText(entry)} ${entry.owner}:${entry.group}`;
  if (!check.exists) {
    return lacking({ expected: `no ${path}`, got: is, because: `${path} is still there on ${node}.` });
  }
  const faults = faultsOf(check, entry);
  if (faults.length === 0) return holding(`${path} is ${is}.`);
  const wanted = [
    ...(check.mode === undefined ? [] : [`mode ${check.mode} or stricter`]),
    ...(check.owner === undefined ? [] : [`owner ${check.owner}`]),
    ...(check.group === undefined ? [] : [`group ${check.group}`]),
  ].join(', ');
  return lacking({ expected: `${path} to have ${wanted}`, got: is, because: `Of ${path}: ${faults.join('; ')}.` });
}

/** What is too much or another's, each in a few words. */
function faultsOf({ mode, owner, group }: Check & { check: 'file' }, entry: FileEntry): readonly string[] {
  const extra = entry.mode & ~(mode === undefined ? 0o7777 : Number.parseInt(mode, 8));
  const who = [
    ...((extra & 0o700) === 0 ? [] : [`its owner ${entry.owner}`]),
    ...((extra & 0o070) === 0 ? [] : [`group ${entry.group}`]),
    ...((extra & 0o007) === 0 ? [] : ['everybody']),
  ];
  const octal = (entry.mode & 0o7777).toString(8).padStart(4, '0');
  return [
    ...(extra === 0 ? [] : [`its mode ${octal} lets ${who.join(' and ') || 'others'} do too much`]),
    ...(owner === undefined || owner === entry.owner ? [] : [`it belongs to ${entry.owner}`]),
    ...(group === undefined || group === entry.group ? [] : [`its group is ${entry.group}`]),
  ];
}

/** That the journal has been clean of a text since the kubelet was last started. */
export function journalFinding({ text, node }: Check & { check: 'journal-without' }, { world, home }: Case): Finding {
  const on = nodeNamed(world, node ?? home);
  const line = on === undefined ? undefined : sinceLastStart(on).find((one) => one.text.includes(text));
  if (line === undefined) return holding(`The journal says nothing of “${text}” since the last start.`);
  const place = line.about === undefined ? '' : ` It speaks of ${placeText(line.about)}.`;
  return lacking({
    expected: `no “${text}” in the journal since the last start`,
    got: 'a line that holds it',
    because: `The journal says: “${oneLine(line.text)}”.${place}`,
  });
}

/** Whose the serving certificate in use is. */
export function servingFinding({ by, node }: Check & { check: 'serving' }, { world, home }: Case): Finding {
  const name = node ?? home;
  const process = nodeNamed(world, name)?.kubelet.process ?? null;
  const expected = `${WANTED[by]}${onNode(name, home)}`;
  if (process === null) {
    return lacking({ expected, got: 'none, as no kubelet runs', because: stillness(world, name) });
  }
  const { serving, config } = process;
  const is = SERVED[serving.kind];
  if (is.by === by) return holding(`The kubelet${onNode(name, home)} serves ${is.words}.`);
  const settings = DECIDED_BY[by].flatMap((path) => {
    const setting = settingAt(config, path);
    return setting === null ? [] : [inForce(setting)];
  });
  return lacking({ expected, got: is.words, because: [...settings, ...ungrantedRequests(world, name)].join(' ') });
}

/** Signing requests of a node for its serving certificate that nobody decided, or that somebody denied. */
function ungrantedRequests({ cluster }: World, node: string): readonly string[] {
  return Object.entries(cluster.objects).flatMap(([key, object]) => {
    if (!key.startsWith('CertificateSigningRequest/')) return [];
    const spec = objectAt(object, 'spec');
    const conditions = objectsAt(objectAt(object, 'status'), 'conditions');
    const denied = conditions.some((one) => textAt(one, 'type') === 'Denied');
    if (textAt(spec, 'username') !== `system:node:${node}` || (conditions.length > 0 && !denied)) return [];
    const stands = denied ? 'was denied; the kubelet asks again' : 'waits for somebody who approves it';
    return [`Its signing request ${textAt(objectAt(object, 'metadata'), 'name')} ${stands}.`];
  });
}

/** Whose a serving certificate is, and how it is called. */
export const SERVED = {
  'self-signed': { by: 'self', words: 'a certificate that it signed itself' },
  approved: { by: 'cluster', words: 'a certificate that the cluster signed' },
  files: { by: 'files', words: 'the certificate of tlsCertFile' },
  none: { by: 'none', words: 'no certificate' },
} as const;

/** Settings by which a kubelet comes to such a certificate. */
const DECIDED_BY: Readonly<Record<(Check & { check: 'serving' })['by'], readonly string[]>> = {
  cluster: ['serverTLSBootstrap'],
  files: ['tlsCertFile', 'tlsPrivateKeyFile'],
  self: ['tlsCertFile', 'serverTLSBootstrap'],
  none: ['tlsCertFile', 'serverTLSBootstrap'],
};

const WANTED = {
  self: 'a self-signed serving certificate',
  cluster: 'a serving certificate signed by the cluster',
  files: 'the serving certificate of tlsCertFile',
  none: 'no serving certificate',
} as const;

/** The kubelet's state as systemd tells it. */
export function kubeletFinding({ is, node }: Check & { check: 'kubelet' }, { world, home }: Case): Finding {
  const name = node ?? home;
  const state = nodeNamed(world, name)?.kubelet.state ?? 'stopped';
  if (state === is) return holding(`The kubelet of ${name} is ${state}.`);
  const because =
    state === 'running' ? `The kubelet of ${name} was started and has not ended.` : stillness(world, name);
  return lacking({ expected: `the kubelet of ${name} to be ${is}`, got: state, because });
}

/** That a node's kubelet reports to the API server. */
export function readyFinding({ node }: Check & { check: 'node-ready' }, { world, home }: Case): Finding {
  const name = node ?? home;
  if (isReady(world, name)) return holding(`${name} is Ready.`);
  const expected = `${name} to be Ready`;
  if (!isRunning(world, name)) {
    return lacking({ expected, got: 'no report from it, as no kubelet runs', because: stillness(world, name) });
  }
  const because = world.cluster.reachable ? unheard(world, name) : silence(world);
  return lacking({ expected, got: 'no report from it', because });
}

/** Why a kubelet that runs is not heard: it may not report, what it logged last as an error, or as whom it would report. */
function unheard(world: World, name: string): string {
  const on = nodeNamed(world, name);
  const subject = on?.kubelet.process?.client?.subject;
  if (subject?.user === `system:node:${name}` && !mayReport(world, subject, name)) {
    return `The API server knows it as ${subject.user}, and does not let it report. ${manifestSays(world, 'authorization-mode')}`;
  }
  const line = on === undefined ? undefined : sinceLastStart(on).findLast(({ level }) => level === 'E');
  return line === undefined
    ? `The API server does not take what the kubelet of ${name} shows for that of system:node:${name}.`
    : `Its journal says: “${oneLine(line.text)}”.`;
}

function mayReport({ cluster }: World, subject: Subject, name: string): boolean {
  const status = { group: '', version: 'v1', resource: 'nodes', subresource: 'status', namespace: '', name };
  return reviewAccess(cluster, { subject, verb: 'patch', ...status }).allowed;
}

/** That a static pod runs, or does not. */
export function staticPodFinding(check: Check & { check: 'static-pod' }, { world, home }: Case): Finding {
  const { name, exists } = check;
  const node = check.node ?? home;
  const pods = world.cluster.reports?.[node]?.mirrorPods ?? [];
  const runs = pods.some((pod) => textAt(objectAt(pod, 'metadata'), 'name') === `${name}-${node}`);
  const words = `${runs ? 'The' : 'No'} static pod ${name} runs on ${node}`;
  if (runs === exists) return holding(`${words}.`);
  const expected = exists ? `the static pod ${name} on ${node}` : `no static pod ${name} on ${node}`;
  return lacking({ expected, got: runs ? 'one that runs' : 'none', because: manifestOf(world, node, name) });
}

/** Which manifest a static pod comes from; or where the kubelet looks for manifests and finds none of that name. */
function manifestOf(world: World, node: string, name: string): string {
  const process = nodeNamed(world, node)?.kubelet.process ?? null;
  if (process === null) return stillness(world, node);
  const named = (text: string): boolean =>
    text.split('\n').some((row) => row.trim().replaceAll(/["']/g, '') === `name: ${name}`);
  const file = Object.entries(process.manifests).find(([, text]) => named(text))?.[0];
  if (file !== undefined) return `The kubelet of ${node} runs it from ${file}.`;
  const path = settingAt(process.config, 'staticPodPath');
  return `No manifest there names it. ${path === null ? '' : inForce(path)}`.trim();
}
