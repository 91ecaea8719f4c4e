import { objectAt, textAt } from '#engine/apiserver/json.ts';
import { permissionText } from '#engine/host/permissions.ts';
import { isReady } from '#engine/world/ready.ts';
import type { Check } from '#packs/checks.ts';
import { sinceLastStart } from '../../lastStart.ts';
import { type Case, type Finding, found } from '../case.ts';

/** A file's mode, owner and group; or whether it is there. */
export function fileFinding(check: Check & { check: 'file' }, { world, home }: Case): Finding {
  const files = world.nodes[check.node ?? home]?.host.files ?? {};
  const entry = Object.hasOwn(files, check.path) ? files[check.path] : undefined;
  if (entry === undefined) return found(!check.exists, `There is no ${check.path}.`, `There is no ${check.path}.`);
  if (!check.exists) return { holds: false, words: `${check.path} is still there.` };
  const most = check.mode === undefined ? 0o7777 : Number.parseInt(check.mode, 8);
  const holds =
    (entry.mode & ~most) === 0 &&
    (check.owner === undefined || check.owner === entry.owner) &&
    (check.group === undefined || check.group === entry.group);
  const is = `${permissionText(entry)} ${entry.owner}:${entry.group}`;
  const wanted = [
    ...(check.mode === undefined ? [] : [`mode ${check.mode} or stricter`]),
    ...(check.owner === undefined ? [] : [`owner ${check.owner}`]),
    ...(check.group === undefined ? [] : [`group ${check.group}`]),
  ].join(', ');
  return found(holds, `${check.path} is ${is}.`, `Expected ${check.path} to have ${wanted}; it is ${is}.`);
}

/** That the journal has been clean of a text since the kubelet was last started. */
export function journalFinding({ text, node }: Check & { check: 'journal-without' }, { world, home }: Case): Finding {
  const on = world.nodes[node ?? home];
  const line = on === undefined ? undefined : sinceLastStart(on).find((one) => one.text.includes(text));
  return found(
    line === undefined,
    `The journal says nothing of “${text}” since the last start.`,
    `Since the last start the journal says: ${line?.text.split('\n', 1)[0]?.slice(0, 160) ?? ''}`,
  );
}

/** Whose the serving certificate in use is. */
export function servingFinding({ by, node }: Check & { check: 'serving' }, { world, home }: Case): Finding {
  const serving = world.nodes[node ?? home]?.kubelet.process?.serving;
  if (serving === undefined) return { holds: false, words: 'No kubelet runs that could serve a certificate.' };
  const is = { 'self-signed': 'self', approved: 'cluster', files: 'files', none: 'none' }[serving.kind];
  return found(
    is === by,
    `${SERVED[is as keyof typeof SERVED]}.`,
    `Expected ${WANTED[by]}; ${SERVED[is as keyof typeof SERVED].toLowerCase()}.`,
  );
}

const SERVED = {
  self: 'The kubelet serves a certificate that it signed itself',
  cluster: 'The kubelet serves a certificate that the cluster signed',
  files: 'The kubelet serves the certificate of tlsCertFile',
  none: 'The kubelet has no serving certificate',
} as const;

const WANTED = {
  self: 'a self-signed serving certificate',
  cluster: 'a serving certificate signed by the cluster',
  files: 'the serving certificate of tlsCertFile',
  none: 'no serving certificate',
} as const;

/** The kubelet's state as systemd tells it. */
export function kubeletFinding({ is, node }: Check & { check: 'kubelet' }, { world, home }: Case): Finding {
  const name = node ?? home;
  const state = world.nodes[name]?.kubelet.state ?? 'stopped';
  return found(
    state === is,
    `The kubelet of ${name} is ${state}.`,
    `Expected the kubelet of ${name} to be ${is}; it is ${state}.`,
  );
}

/** That a node's kubelet reports to the API server. */
export function readyFinding({ node }: Check & { check: 'node-ready' }, { world, home }: Case): Finding {
  const name = node ?? home;
  return found(
    isReady(world, name),
    `${name} is Ready.`,
    `${name} is not Ready: no kubelet reports to the API server.`,
  );
}

/** That a static pod runs, or does not. */
export function staticPodFinding(
  { name, exists, node }: Check & { check: 'static-pod' },
  { world, home }: Case,
): Finding {
  const on = node ?? home;
  const pods = world.cluster.reports?.[on]?.mirrorPods ?? [];
  const runs = pods.some((pod) => textAt(objectAt(pod, 'metadata'), 'name') === `${name}-${on}`);
  return runs
    ? found(exists, `The static pod ${name} runs on ${on}.`, `The static pod ${name} still runs on ${on}.`)
    : found(!exists, `No static pod ${name} runs on ${on}.`, `No static pod ${name} runs on ${on}.`);
}
