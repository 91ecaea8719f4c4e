import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '#engine/json.ts';
import {
  CONFIG,
  configured,
  DROP_IN,
  FLAGS as FURTHER_FLAGS,
  FURTHER_LINES,
  NODE,
} from '#engine/world/playground.fixture.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import { started } from '../asking/bases.fixture.ts';
import type { CounterfactualResult, WantedAnswer } from '../view/counterfactual.ts';
import { doShown, searched, sentLine } from './counterfactual.fixture.ts';
import { resultsOf } from './results.ts';
import { MOST_PAIRS, MOST_SINGLES } from './search.ts';
import { resend, type SentRequest } from './situation.ts';
import { isWanted } from './wanted.ts';

const PODS = 'curl -sk https://localhost:10250/pods';
const BOB = `${PODS} --cert bob.crt --key bob.key`;
const METRICS = 'curl -sk https://localhost:10250/metrics -H "Authorization: Bearer $(cat prometheus.token)"';
const EXEC =
  'curl -sk -X POST https://localhost:10250/run/default/web-node01/nginx?cmd=id --cert bob.crt --key bob.key';
const READ_ONLY = 'curl -s http://localhost:10255/pods';

/** Each case runs dozens of copies of the world, on machines that do other things too. */
const PATIENCE = 30_000;

interface Case {
  readonly world: World;
  readonly sent: SentRequest;
  readonly wanted: WantedAnswer;
  readonly results: readonly CounterfactualResult[];
}

const looked = new Map<World, Map<string, Case>>();

function look(world: World, node: string, line: string, wanted: WantedAnswer): Case {
  const cases = looked.get(world) ?? new Map<string, Case>();
  looked.set(world, cases);
  const key = JSON.stringify([node, line, wanted]);
  const known = cases.get(key) ?? lookAnew(world, node, line, wanted);
  cases.set(key, known);
  return known;
}

function lookAnew(world: World, node: string, line: string, wanted: WantedAnswer): Case {
  const asked = sentLine(world, node, line);
  const outcome = searched(asked.world, asked.sent, wanted);
  expect(outcome.tried).toBeLessThanOrEqual(MOST_SINGLES + MOST_PAIRS);
  return { ...asked, wanted, results: outcome.kind === 'already' ? [] : resultsOf(outcome.found, asked.sent.node) };
}

const kubeadm = started('kubeadm-node');
const lecture = started('lecture-node');
const flagged = (() => {
  const dropIn = kubeadm.here.host.files[DROP_IN];
  const text = dropIn?.kind === 'file' ? dropIn.text : '';
  const flags = '--config=/var/lib/kubelet/config.yaml --anonymous-auth=true --authorization-mode=AlwaysAllow';
  return started('kubeadm-node', { [DROP_IN]: text.replace('--config=/var/lib/kubelet/config.yaml', flags) });
})();
/** A node on which nobody is known and everybody may do everything. */
const lax = (() => {
  const config = kubeadm.here.host.files[CONFIG];
  const text = config?.kind === 'file' ? config.text : '';
  const unknown = text.replace('clientCAFile: /etc/kubernetes/pki/ca.crt', 'clientCAFile: ""');
  return started('kubeadm-node', { [CONFIG]: unknown.replace('mode: Webhook', 'mode: AlwaysAllow') });
})();

const titles = ({ results }: Case) => results.map(({ sentences }) => sentences.join(' '));

test('least privilege first: a role for bob, then who may do everything, then AlwaysAllow', () => {
  const bob = look(kubeadm.world, kubeadm.node, BOB, '200');
  expect(titles(bob)).toEqual([
    'Let bob get nodes/pods on node01, and nothing else.',
    'Ask as admin.',
    'Set authorization.mode to AlwaysAllow, config.yaml line 11.',
  ]);
  expect(bob.results.map(({ dangers }) => dangers.length > 0)).toEqual([false, true, true]);
  expect(bob.results.map(({ ask }) => ask !== null)).toEqual([false, true, false]);
  expect(bob.results[0]?.parts.at(-1)).toEqual({ kind: 'wait', seconds: 31 });
});

test('a role for running commands is marked for what nodes/proxy is', { timeout: PATIENCE }, () => {
  const { results } = look(kubeadm.world, kubeadm.node, EXEC, '200');
  const grant = results.find(({ parts }) => parts[0]?.kind === 'yaml');
  expect(grant?.dangers.join(' ')).toContain('nodes/proxy');
});

test('the flag that wins is taken out, by file and line', () => {
  const { results } = look(flagged.world, flagged.node, PODS, '401');
  const taken = results.find(({ parts }) => parts[0]?.kind === 'diff');
  expect(taken?.sentences).toEqual(['Take out --anonymous-auth=true, 10-kubeadm.conf line 4.']);
  expect(taken?.parts[0]).toMatchObject({ kind: 'diff', place: { file: DROP_IN, line: 4 } });
});

test('where no single change is enough, two are', { timeout: PATIENCE }, () => {
  const { results } = look(lax.world, lax.node, PODS, '403');
  expect(results.length).toBeGreaterThan(0);
  for (const { sentences } of results) expect(sentences).toHaveLength(2);
});

test('what a restart alone brings about is called that, and no setting beside it', () => {
  const { world, node, here } = kubeadm;
  const config = here.host.files[CONFIG];
  const text =
    config?.kind === 'file'
      ? config.text.replace('anonymous:\n    enabled: false', 'anonymous:\n    enabled: true')
      : '';
  const edited = step(world, { type: 'write', node, path: CONFIG, text }).world;
  const found = titles(look(edited, node, PODS, '403'));
  expect(found[0]).toBe('Restart the kubelet: what stands on disk already says so.');
  expect(found.filter((title) => title.startsWith('Set'))).toEqual([]);
});

test('what is so already is called that', () => {
  const asked = sentLine(kubeadm.world, kubeadm.node, PODS);
  expect(searched(asked.world, asked.sent, '401')).toMatchObject({ kind: 'already', tried: 0 });
});

/** A node with more bindings of bob's. */
const bound = (...bindings: readonly (readonly [name: string, subjects: readonly JsonObject[]])[]) => {
  const objects = bindings.flatMap(([name, subjects]) => [
    {
      kind: 'ClusterRole',
      metadata: { name },
      rules: [{ apiGroups: [''], resources: ['nodes/pods'], verbs: ['get'] }],
    },
    { kind: 'ClusterRoleBinding', metadata: { name }, roleRef: { ...RBAC, kind: 'ClusterRole', name }, subjects },
  ]);
  const world = objects.reduce(
    (now, object) => step(now, { type: 'apply', object: { apiVersion: `${RBAC.apiGroup}/v1`, ...object } }).world,
    kubeadm.world,
  );
  return { ...kubeadm, world };
};
const RBAC = { apiGroup: 'rbac.authorization.k8s.io' };
const subject = (kind: string, name: string): JsonObject => ({ ...RBAC, kind, name });
const twice = bound(['one', [subject('User', 'bob')]], ['two', [subject('User', 'bob')]]);
const shared = bound(['one', [subject('User', 'bob'), subject('User', 'alice')]]);
const everyone = bound(['one', [subject('Group', 'system:authenticated')]]);
const stopped = { ...kubeadm, world: step(kubeadm.world, { type: 'stop', node: NODE, unit: 'kubelet.service' }).world };

test('two bindings go where two let somebody in, and one subject goes where a binding has others', () => {
  expect(titles(look(twice.world, NODE, BOB, '403'))).toContain(
    'Delete ClusterRoleBinding one, which gives ClusterRole one to User bob. Delete ClusterRoleBinding two, which gives ClusterRole two to User bob.',
  );
  const titled = titles(look(shared.world, NODE, BOB, '403'));
  const [taken, deleted] = ['Take User bob out of', 'Delete'].map((begin) =>
    titled.findIndex((title) => title.startsWith(begin)),
  );
  expect(taken).toBeGreaterThan(-1);
  expect(deleted).toBeGreaterThan(taken ?? 0);
  const [gone] = look(everyone.world, NODE, BOB, '403').results;
  expect(gone?.costs.join(' ')).toContain('Group system:authenticated is more than this one');
});

test('a kubelet that is stopped is started, and then a role is enough', () => {
  const [first, ...rest] = titles(look(stopped.world, NODE, BOB, '200'));
  expect(first).toBe('Start the kubelet. Let bob get nodes/pods on node01, and nothing else.');
  expect(rest.filter((title) => title.includes('tlsMinVersion'))).toEqual([]);
});

test('where the only single change is dangerous, a pair that is not goes before it', () => {
  const { results } = look(kubeadm.world, kubeadm.node, PODS, '200');
  expect(results[0]?.sentences).toEqual(['Ask as bob.', 'Let bob get nodes/pods on node01, and nothing else.']);
  expect(results.at(-1)?.dangers).not.toEqual([]);
});

const CASES: readonly (readonly [name: string, place: typeof kubeadm, line: string, wanted: WantedAnswer])[] = [
  ['a stranger in', kubeadm, PODS, '200'],
  ['bob in', kubeadm, BOB, '200'],
  ['bob away', kubeadm, BOB, '401'],
  ['Prometheus stopped', kubeadm, METRICS, '403'],
  ['the door shut', kubeadm, METRICS, 'refused'],
  ['the read-only port open', kubeadm, READ_ONLY, '200'],
  ['a stranger away', lecture, PODS, '401'],
  ['a stranger known, not allowed', lecture, PODS, '403'],
  ['the read-only port shut', lecture, READ_ONLY, 'refused'],
  ['a flag beaten', flagged, PODS, '401'],
  ['a pair', lax, PODS, '403'],
  ['two bindings', twice, BOB, '403'],
  ['a subject of several', shared, BOB, '403'],
  ['a start', stopped, BOB, '200'],
];

test.each(CASES)(
  'done as it is shown it gives the answer, and no part of it alone does: %s',
  { timeout: PATIENCE },
  async (_, place, line, wanted) => {
    const found = look(place.world, place.node, line, wanted);
    for (const result of found.results) {
      expect(await gives(found, result), result.id).toBe(true);
      for (const part of result.parts) {
        const alone = { ...result, parts: result.parts.filter((other) => other !== part) };
        expect(await gives(found, alone), `${result.id} without ${part.kind}`).toBe(false);
      }
    }
  },
);

/** Nodes of any make, some of whose kubelets do not run. */
const settings = fc.record({
  anonymous: fc.boolean(),
  webhook: fc.boolean(),
  clientCA: fc.boolean(),
  mode: fc.constantFrom('Webhook' as const, 'AlwaysAllow' as const),
  rest: fc.subarray([...FURTHER_LINES], { maxLength: 2 }),
  flags: fc.subarray([...FURTHER_FLAGS], { maxLength: 2 }),
});

test('whatever the node is like: what is shown, done, gives the answer, and no half of a pair does', {
  timeout: PATIENCE,
}, async () => {
  const lines = fc.constantFrom(PODS, BOB, METRICS, READ_ONLY);
  const wanted = fc.constantFrom<WantedAnswer[]>('200', '401', '403', 'refused');
  await fc.assert(
    fc.asyncProperty(settings, lines, wanted, async (made, line, answer) => {
      const found = lookAnew(configured(made), NODE, line, answer);
      for (const result of found.results) {
        expect(await gives(found, result), result.id).toBe(true);
        for (const part of result.parts.filter(({ kind }) => kind !== 'command')) {
          const rest = { ...result, parts: result.parts.filter((other) => other !== part) };
          expect(await gives(found, rest), `${result.id} without ${part.kind}`).toBe(false);
        }
      }
    }),
    { numRuns: 3, seed: 6 },
  );
});

async function gives({ world, sent, wanted }: Case, result: CounterfactualResult): Promise<boolean> {
  return isWanted(resend(sent, await doShown(result, world, sent))?.answer ?? null, wanted);
}
