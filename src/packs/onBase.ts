import { objectOf } from '#engine/apiserver/objects.ts';
import { CIS_1_12 } from '#engine/benchmark/cis112.table.ts';
import { fieldAt, leavesOf } from '#engine/config/fields/leaves.ts';
import { parseTime } from '#engine/time.ts';
import { minorOf } from '#engine/versions/release.ts';
import { BASES } from '#engine/world/bases.ts';
import type { World } from '#engine/world/world.ts';
import { containersOn } from './baseContainers.ts';
import type { Check } from './checks.ts';
import type { CrossProblem } from './crossCheck.ts';
import type { Path } from './document.ts';
import type { Lesson } from './lesson.ts';
import { adviceFor } from './nearest.ts';
import type { Scenario } from './schema.ts';

/** Bases are the same at any time; they are remembered by it, and so this is the one at which sessions make theirs. */
const AT = parseTime('2026-11-24T08:00:00Z');

/** What a pack starts from, and what is asked of it. */
export interface Based {
  readonly base: Scenario['base'];
  readonly start: Scenario['start'];
  readonly tabs: readonly string[];
  readonly version: string;
  readonly checks: readonly { readonly path: Path; readonly check: Check }[];
}

/** A base with what a start makes of it. */
interface Ground {
  readonly world: World;
  readonly home: string;
  readonly based: Based;
}

/**
 * What a pack names and its base does not have: nodes, files, fields of the kubelet's configuration, containers, objects,
 * numbers of the benchmark. Making the base takes a moment, so this is asked where packs are written or taken in, and not
 * each time one is opened.
 */
export function baseProblems(based: Based): readonly CrossProblem[] {
  const { world, node: home } = BASES[based.base](AT);
  const ground = { world, home, based };
  const nodes = Object.entries(based.start.nodes);
  return [
    ...nodes.flatMap(([name]) => nodeProblems(ground, name, ['start', 'nodes', name])),
    ...startProblems(ground, home, based.start, ['start']),
    ...nodes.flatMap(([name, start]) => startProblems(ground, name, start, ['start', 'nodes', name])),
    ...based.start.deleted.flatMap((object, index) =>
      objectOf(world.cluster, object) === null
        ? [
            {
              path: ['start', 'deleted', index],
              message: `the base has no ${object.kind} ${object.name}`,
              advice: adviceFor(object.name, namesOf(world, object.kind)),
            },
          ]
        : [],
    ),
    ...based.tabs.flatMap((file, index) =>
      missing(['tabs', index], file, filesAtStart(ground, home), `${home} has no ${file} to open`),
    ),
    ...based.checks.flatMap(({ path, check }) => checkProblems(ground, check, path)),
  ];
}

/** A scenario as its base is asked. */
export function scenarioBase({ base, start, tabs, kubernetes, tasks, mustWork }: Scenario): Based {
  return {
    base,
    start,
    tabs,
    version: kubernetes,
    checks: [...checksOf('tasks', tasks), ...checksOf('mustWork', mustWork)],
  };
}

/** A lesson as its base is asked. */
export function lessonBase({ base, start, tabs, steps }: Lesson): Based {
  return { base, start, tabs, version: '1.36.3', checks: checksOf('steps', steps) };
}

function checksOf(key: string, parts: readonly { readonly checks: readonly Check[] }[]): Based['checks'] {
  return parts.flatMap(({ checks }, part) =>
    checks.map((check, index) => ({ path: [key, part, 'checks', index], check })),
  );
}

type NodeStart = Scenario['start']['nodes'][string];

function filesOf({ world }: Ground, node: string): readonly string[] {
  return Object.hasOwn(world.nodes, node) ? Object.keys(world.nodes[node]?.host.files ?? {}) : [];
}

function filesAtStart(ground: Ground, node: string): readonly string[] {
  const { start } = ground.based;
  const own: NodeStart | undefined = node === ground.home ? start : start.nodes[node];
  const later = node === ground.home ? Object.keys(start.afterwards) : [];
  const removed = own?.removed ?? [];
  const before = [...filesOf(ground, node), ...Object.keys(own?.copies ?? {}), ...Object.keys(own?.files ?? {})];
  return [...before.filter((file) => !removed.includes(file)), ...later];
}

function startProblems(ground: Ground, node: string, start: NodeStart, at: Path): readonly CrossProblem[] {
  if (!Object.hasOwn(ground.world.nodes, node)) return [];
  const base = filesOf(ground, node);
  const written = [...base, ...Object.keys(start.copies), ...Object.keys(start.files)];
  const words = (file: string): string => `${node} has no ${file}`;
  return [
    ...Object.entries(start.copies).flatMap(([copy, original]) =>
      missing([...at, 'copies', copy], original, base, `${words(original)} to copy`),
    ),
    ...start.replaced.flatMap(({ file }, index) =>
      missing([...at, 'replaced', index, 'file'], file, written, `${words(file)} to replace anything in`),
    ),
    ...start.removed.flatMap((file, index) =>
      missing([...at, 'removed', index], file, written, `${words(file)} to take away`),
    ),
    ...Object.keys(start.modes).flatMap((file) => missing([...at, 'modes', file], file, written, words(file))),
    ...Object.keys(start.owners).flatMap((file) => missing([...at, 'owners', file], file, written, words(file))),
  ];
}

function checkProblems(ground: Ground, check: Check, at: Path): readonly CrossProblem[] {
  const named = 'node' in check && check.node !== undefined ? nodeProblems(ground, check.node, [...at, 'node']) : [];
  if (named.length > 0) return named;
  switch (check.check) {
    case 'effective':
    case 'source':
      return fieldProblems(check.path, minorOf(ground.based.version), [...at, 'path']);
    case 'logs':
    case 'exec': {
      const node = check.node ?? ground.home;
      const there = containersOn(ground.world, node, ground.based.start, node === ground.home);
      return missing([...at, 'of'], check.of, there, `${node} runs no ${check.of}`);
    }
    case 'approved-only':
      return check.nodes.flatMap((node, index) => nodeProblems(ground, node, [...at, 'nodes', index]));
    case 'benchmark': {
      const ids = CIS_1_12.groups.flatMap(({ checks }) => checks.map(({ id }) => id));
      return missing([...at, 'id'], check.id, ids, `${CIS_1_12.version} has no check ${check.id} for a node`);
    }
    default:
      return [];
  }
}

function fieldProblems(path: string, minor: number, at: Path): readonly CrossProblem[] {
  const leaves = [...leavesOf(minor).keys()];
  if (leaves.includes(path)) return [];
  if (fieldAt(path, minor) !== null) {
    const below = leaves.filter((leaf) => leaf.startsWith(`${path}.`));
    const advice = `Name one of: ${below.join(', ')}.`;
    return [{ path: at, message: `${path} has no value of its own`, advice }];
  }
  // People remember the end of a path: `anonymous.enabled`.
  const longer = leaves.find((leaf) => leaf.endsWith(`.${path}`));
  const advice = longer === undefined ? adviceFor(path, leaves) : `Did you mean ${longer}?`;
  return [{ path: at, message: `the kubelet configuration of 1.${minor} has no field ${path}`, advice }];
}

function nodeProblems({ world, based }: Ground, name: string, path: Path): readonly CrossProblem[] {
  return missing(path, name, Object.keys(world.nodes), `the base ${based.base} has no node ${name}`);
}

function missing(path: Path, name: string, known: readonly string[], message: string): readonly CrossProblem[] {
  return known.includes(name) ? [] : [{ path, message, advice: adviceFor(name, known) }];
}

function namesOf({ cluster }: World, kind: string): readonly string[] {
  return Object.keys(cluster.objects).flatMap((key) =>
    key.startsWith(`${kind}/`) ? [key.slice(key.lastIndexOf('/') + 1)] : [],
  );
}
