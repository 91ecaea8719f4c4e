import { type Node, nodeNamed, type World } from '#engine/world/world.ts';
import { composeLine } from '#shell/commands/curl/compose.ts';
import { readLine } from '#shell/commands/curl/decompose.ts';
import { changesOf, likenessOf } from '../asking/changes.ts';
import { choicesOn } from '../asking/choices.ts';
import type { LineHistory } from '../asking/history.ts';
import { identitiesOn } from '../asking/identities.ts';
import { attacksOn } from '../attacks/attacks.ts';
import type { SessionRequests } from '../view/requests.ts';
import type { SessionView } from '../view.ts';

/** What the requests' helpers read: the world as it is, the view's requests, and the lines of this browser. */
export interface AskingInput {
  readonly world: () => World;
  readonly node: string;
  readonly requests: () => SessionView['requests'];
  readonly history: LineHistory;
}

/** The helpers of a session for writing requests. */
export function sessionRequests({ world, node, requests, history }: AskingInput): SessionRequests {
  const choices = remembered((now) => choicesOn(nodeIn(now, node), now));
  const attacks = remembered((now) => attacksOn(nodeIn(now, node), now));
  return {
    read: readLine,
    compose: composeLine,
    choices: () => choices(world()),
    changes: (line) => changesOf(line, choices(world())),
    likeness(number) {
      const lines = requests().filter((request) => request.number <= number);
      return likenessOf(lines, identitiesOn(nodeIn(world(), node).host.files));
    },
    attacks: () => attacks(world()),
    history: () => history.lines(),
  };
}

/** The present's answer, kept until the world is another. */
function remembered<T>(compute: (world: World) => T): (world: World) => T {
  let last: { readonly world: World; readonly value: T } | null = null;
  return (world) => {
    if (last?.world !== world) last = { world, value: compute(world) };
    return last.value;
  };
}

function nodeIn(world: World, name: string): Node {
  const node = nodeNamed(world, name);
  if (node === undefined) throw new Error(`the world has no node ${name}`);
  return node;
}
