import { type Node, nodeNamed, type World } from '#engine/world/world.ts';
import { composeLine } from '#shell/commands/curl/compose.ts';
import { readLine } from '#shell/commands/curl/decompose.ts';
import { changesOf, likenessOf } from '../asking/changes.ts';
import { choicesOn } from '../asking/choices.ts';
import type { LineHistory } from '../asking/history.ts';
import { identitiesOn } from '../asking/identities.ts';
import { attacksOn } from '../attacks/attacks.ts';
import { latest } from '../latest.ts';
import type { SessionRequests } from '../view/requests.ts';
import type { SessionView } from '../view.ts';

/** What the requests' helpers read: the world as it is, the view's requests, and the lines of this browser. */
export interface AskingInput {
  readonly world: () => World;
  /** The node on which lines are typed. */
  readonly node: () => string;
  readonly requests: () => SessionView['requests'];
  readonly history: LineHistory;
}

/** The helpers of a session for writing requests. */
export function sessionRequests({ world, node, requests, history }: AskingInput): SessionRequests {
  const choices = remembered((now, at) => choicesOn(nodeIn(now, at), now));
  const attacks = remembered((now, at) => attacksOn(nodeIn(now, at), now));
  return {
    read: readLine,
    compose: composeLine,
    choices: () => choices(world(), node()),
    changes: (line) => changesOf(line, choices(world(), node())),
    likeness(number) {
      const lines = requests().filter((request) => request.number <= number);
      return likenessOf(lines, identitiesOn(nodeIn(world(), node()).host.files));
    },
    attacks: () => attacks(world(), node()),
    history: () => history.lines(),
  };
}

/** The present's answer on a node, kept until either is another. */
function remembered<T>(compute: (world: World, node: string) => T): (world: World, node: string) => T {
  return latest(compute);
}

function nodeIn(world: World, name: string): Node {
  const node = nodeNamed(world, name);
  if (node === undefined) throw new Error(`the world has no node ${name}`);
  return node;
}
