import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reviewAccess } from '#engine/apiserver/access.ts';
import type { Cluster } from '#engine/apiserver/cluster.ts';
import {
  bindingReaches,
  mayNaively,
  type NaivePolicy,
  type NaiveQuestion,
  ruleMatches,
  rulesOf,
} from './naiveAccess.ts';
import { objectsOf, policies, questions } from './policies.ts';

function clusterOf(policy: NaivePolicy, authorizationModes: readonly string[]): Cluster {
  return {
    reachable: true,
    endpoint: '10.0.0.10:6443',
    authorizationModes,
    objects: objectsOf(policy),
    revision: 1,
    serviceAccountKey: { privateKey: '', publicKey: '' },
    clientCA: '',
  };
}

/** Whether the rule that a decision names is one that allows: explanations have to be true, too. */
function namesTrueRule(
  policy: NaivePolicy,
  question: NaiveQuestion,
  decision: ReturnType<typeof reviewAccess>,
): boolean {
  if (decision.by === 'system:masters') return question.groups.includes('system:masters');
  const { rule } = decision;
  const binding = policy.bindings.find(
    ({ kind, namespace, name }) =>
      kind === rule?.binding.kind && namespace === rule.binding.namespace && name === rule.binding.name,
  );
  const named = binding && rulesOf(policy, binding)[rule?.rule ?? -1];
  return (
    binding !== undefined && named !== undefined && bindingReaches(binding, question) && ruleMatches(named, question)
  );
}

/** A machine may be busy. */
const PATIENCE = 60_000;

const RUNS = 2500;
const QUESTIONS = 24;

test(
  `RBAC decides ${RUNS * QUESTIONS} questions as its naive twin does, and names a rule that allows`,
  () => {
    const asked = fc.array(questions, { minLength: QUESTIONS, maxLength: QUESTIONS });
    let allowed = 0;
    fc.assert(
      fc.property(policies, asked, fc.constantFrom(['RBAC'], ['Node', 'RBAC']), (policy, list, modes) => {
        const cluster = clusterOf(policy, modes);
        for (const question of list) {
          const { user, groups, ...rest } = question;
          const decision = reviewAccess(cluster, { ...rest, version: 'v1', subject: { user, groups, extra: {} } });
          expect([question, decision.allowed]).toEqual([question, mayNaively(policy, question)]);
          if (!decision.allowed) continue;
          allowed += 1;
          expect([question, namesTrueRule(policy, question, decision)]).toEqual([question, true]);
        }
      }),
      { numRuns: RUNS },
    );
    // A test that never sees an open door proves little.
    expect(allowed).toBeGreaterThan((RUNS * QUESTIONS) / 20);
  },
  PATIENCE,
);
