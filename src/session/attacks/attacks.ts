import type { Node, World } from '#engine/world/world.ts';
import { identitiesOn } from '../asking/identities.ts';
import { targetOn } from '../asking/target.ts';
import type { AttackGroup, IdentityChoice } from '../view/requests.ts';
import { ATTACKS } from './attacks.data.ts';

/** The ready attacks with the names of a node; those whose credential does not lie there are left out. */
export function attacksOn(node: Node, world: World): readonly AttackGroup[] {
  const identities = identitiesOn(node.host.files);
  const { namespace, pod, container } = targetOn(node, world);
  const names: Readonly<Record<string, string | null>> = {
    container: `${namespace}/${pod}/${container}`,
    token: identities.flatMap(({ who }) => (who.kind === 'token-file' ? [who.file] : []))[0] ?? null,
    intruder: certificateWords(identities.find(({ label }) => label === 'intruder')),
    node: certificateWords(identities.find(({ note }) => note.includes(': system:node:'))),
  };
  return ATTACKS.map(({ title, attacks }) => ({
    title,
    attacks: attacks.flatMap((attack) => {
      const line = filled(attack.line, names);
      return line === null ? [] : [{ ...attack, line }];
    }),
  })).filter(({ attacks }) => attacks.length > 0);
}

function certificateWords(identity: IdentityChoice | undefined): string | null {
  if (identity?.who.kind !== 'certificate') return null;
  const { certificate, key } = identity.who;
  return key === '' ? `--cert ${certificate}` : `--cert ${certificate} --key ${key}`;
}

/** A line with its names; null when one of them is not to be had. */
function filled(line: string, names: Readonly<Record<string, string | null>>): string | null {
  const wanted = [...line.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (wanted.some((name) => names[name] == null)) return null;
  return line.replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole);
}
