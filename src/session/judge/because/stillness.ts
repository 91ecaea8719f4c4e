import { placeText } from '#engine/explain/cause.ts';
import { nodeNamed, type World } from '#engine/world/world.ts';
import { sinceLastStart } from '../../lastStart.ts';

/** Why no kubelet runs on a node: what it said last and the line that it spoke of, or what systemd did. */
export function stillness(world: World, name: string): string {
  const node = nodeNamed(world, name);
  if (node === undefined) return `There is no node ${name}.`;
  const { state, lastExit } = node.kubelet;
  if (lastExit === null || state === 'stopped') {
    const stopped = node.host.journal.findLast(
      ({ identifier, text }) => identifier === 'systemd' && /^Stopp/.test(text),
    );
    const said = stopped === undefined ? 'Nobody started it.' : `The journal says: “${oneLine(stopped.text)}”.`;
    return `The kubelet of ${name} is ${state}. ${said}`;
  }
  const place = sinceLastStart(node).findLast(({ about }) => about !== undefined)?.about;
  const where = place === undefined ? '' : ` See ${placeText(place)}.`;
  return `The kubelet of ${name} ended with: “${oneLine(lastExit.error)}”.${where}`;
}

/** What was logged, short enough for a sentence. Errors wrap what they are about, so the end of a long one is kept. */
export function oneLine(text: string): string {
  const [first = ''] = text.trim().split('\n', 1);
  // The sentence that quotes it has its own full stop.
  const line = first.replace(/(?<!\.)\.$/, '');
  return line.length > MOST ? `… ${line.slice(-MOST).replace(/^\S*\s+/, '')}` : line;
}

const MOST = 200;
