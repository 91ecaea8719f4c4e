import type { World } from '#engine/world/world.ts';
import { parseScenario } from '#packs/parse.ts';
import type { Scenario } from '#packs/schema.ts';
import type { Session } from './commands.ts';
import type { Progress } from './ports.ts';
import { openSession } from './session.ts';
import { startWorld } from './startWorld.ts';
import type { FileView, RefusedLineView, RequestView } from './view.ts';

export const CONFIG = '/var/lib/kubelet/config.yaml';
export const DROP_IN = '/usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf';
export const UNIT = '/usr/lib/systemd/system/kubelet.service';
export const EXTRA = '/etc/default/kubelet';
export const FLAGS = ' --anonymous-auth=true --authorization-mode=AlwaysAllow';

/** The scenario of a text that must be one. */
export function scenarioOf(text: string): Scenario {
  const parsed = parseScenario('scenario.yaml', 'the-flag-that-wins', text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}

const starts = new Map<string, { readonly world: World; readonly node: string }>();

function startOf(scenario: Scenario, text: string): { readonly world: World; readonly node: string } {
  const known = starts.get(text);
  if (known !== undefined) return known;
  const start = startWorld(scenario);
  starts.set(text, start);
  return start;
}

/** Storage that keeps what it is given. */
export function memory(kept: Map<string, string> = new Map()): Progress & { readonly kept: Map<string, string> } {
  return { kept, load: (key) => kept.get(key) ?? null, save: (key, text) => void kept.set(key, text) };
}

/** A session with its clock in hand. */
export interface Practice {
  readonly session: Session;
  readonly clock: { at: number };
  readonly replace: (path: string, from: string, to: string) => void;
  readonly file: (path: string) => FileView;
  readonly ask: (line: string) => RequestView;
  readonly last: () => RequestView | RefusedLineView;
}

/** Opens a session on a scenario's text. */
export function practice(text: string, progress: Progress = memory()): Practice {
  const scenario = scenarioOf(text);
  const { world, node } = startOf(scenario, text);
  const clock = { at: 1000 };
  const session = openSession({ scenario, start: world, node, clock: { now: () => clock.at }, progress });
  const file = (path: string) => {
    const found = session.view().files.find((each) => each.path === path);
    if (found === undefined) throw new Error(`no tab for ${path}`);
    return found;
  };
  const last = () => {
    const found = session.view().requests.at(-1);
    if (found === undefined) throw new Error('nothing was asked');
    return found;
  };
  return {
    session,
    clock,
    file,
    last,
    replace: (path, from, to) =>
      session.commands.edit(
        path,
        file(path).text.replace(from, () => to),
      ),
    ask: (line) => {
      session.commands.ask(line, null);
      const answered = last();
      if (!('stages' in answered)) throw new Error(`curl sent nothing: ${answered.stderr}`);
      return answered;
    },
  };
}
