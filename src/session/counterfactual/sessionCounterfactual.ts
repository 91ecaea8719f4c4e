import { settingAt } from '#engine/config/effective.ts';
import { nodeNamed, type World } from '#engine/world/world.ts';
import { type PlayedStep, type Run, worldOf } from '../run.ts';
import { sentStep } from '../screen/requests.ts';
import type { CounterfactualView, SessionCounterfactual, WantedAnswer } from '../view/counterfactual.ts';
import { resultsOf } from './results.ts';
import { type Outcome, type Progress, search } from './search.ts';
import { type SentRequest, sentOf } from './situation.ts';
import { WORDS } from './words.ts';

/** One search, as far as it has come. */
interface Searching {
  readonly node: string;
  readonly steps: Generator<Progress, Outcome>;
  /** Why nothing whatever gives that answer; null where that cannot be said. */
  readonly impossible: string | null;
  view: CounterfactualView;
}

/** Searches for the requests of a run, remembered while nothing changes that an answer depends on. `home` is the scenario's node. */
export function sessionCounterfactual(run: () => Run, home: string): SessionCounterfactual {
  let known = new Map<PlayedStep, Map<WantedAnswer, Searching | null>>();
  let of: World | null = null;

  function searching(number: number, wanted: WantedAnswer): Searching | null {
    const world = worldOf(run());
    if (of === null || !alike(of, world)) known = new Map();
    of = world;
    // By the step, for another run may have another request of that number.
    const found = sentStep(run(), number);
    if (found === null) return null;
    const searches = known.get(found.played) ?? new Map<WantedAnswer, Searching | null>();
    known.set(found.played, searches);
    const ready = searches.get(wanted);
    if (ready !== undefined) return ready;
    const sent = sentOf(found.played, found.trace, home);
    const begun = sent === null ? null : begin(world, sent, wanted);
    searches.set(wanted, begun);
    return begun;
  }

  return {
    view: (number, wanted) => searching(number, wanted)?.view ?? null,
    advance(number, wanted) {
      const one = searching(number, wanted);
      if (one === null || one.view.state !== 'looking') return false;
      const next = one.steps.next();
      one.view = next.done === true ? outcomeView(next.value, one) : { ...one.view, ...next.value };
      return next.done !== true;
    },
  };
}

function begin(world: World, sent: SentRequest, wanted: WantedAnswer): Searching {
  return {
    node: sent.node,
    steps: search(world, sent, wanted),
    impossible: impossibleAt(world, sent, wanted),
    view: { state: 'looking', tried: 0, pairs: false, results: [], impossible: null },
  };
}

/** A port of health or the read-only port has no authentication and no authorization in front of it. */
function impossibleAt(world: World, { node, request: { port } }: SentRequest, wanted: WantedAnswer): string | null {
  if (wanted !== '401' && wanted !== '403') return null;
  const config = nodeNamed(world, node)?.kubelet.process?.config;
  const own = config === undefined ? [] : ['readOnlyPort', 'healthzPort'].map((path) => settingAt(config, path)?.value);
  return [10248, 10255, ...own].includes(port) ? WORDS.asksNobody(port, wanted) : null;
}

function outcomeView(outcome: Outcome, { view, node, impossible }: Searching): CounterfactualView {
  if (outcome.kind === 'already') return { ...view, state: 'already' };
  const results = resultsOf(outcome.found, node);
  if (results.length === 0) return { ...view, state: 'none', impossible };
  return { ...view, state: 'found', results, pairs: results.every(({ sentences }) => sentences.length > 1) };
}

/** Whether two worlds answer alike: the same objects, files, units and kubelets. Time may have passed. */
function alike(left: World, right: World): boolean {
  if (left === right) return true;
  const names = Object.keys(left.nodes);
  return (
    left.cluster.objects === right.cluster.objects &&
    left.cluster.reachable === right.cluster.reachable &&
    names.length === Object.keys(right.nodes).length &&
    names.every((name) => {
      const [one, other] = [nodeNamed(left, name), nodeNamed(right, name)];
      const [before, after] = [one?.kubelet.process, other?.kubelet.process];
      return (
        one?.host.files === other?.host.files &&
        one?.host.units === other?.host.units &&
        one?.kubelet.state === other?.kubelet.state &&
        before?.pid === after?.pid &&
        before?.caches === after?.caches &&
        before?.serving === after?.serving
      );
    })
  );
}
