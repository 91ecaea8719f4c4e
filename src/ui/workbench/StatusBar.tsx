import { hashOf } from '../app/route.ts';
import { Clock } from '../clock/Clock.tsx';
import { useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';

/** The node, its clock, and whether the work is kept. */
export function StatusBar() {
  const node = useView((view) => view.node);
  const saved = useView((view) => view.saved);
  return (
    <>
      <span>{WORDS.node(node.name, node.ready)}</span>
      <Clock />
      <span className="status-end">
        <span className={saved.state === 'unsaved' ? 'status-unsaved' : undefined}>{saved.words}</span>
        <a className="status-link" href={hashOf({ kind: 'about' })}>
          {WORDS.checked(node.running ?? node.version)}
        </a>
      </span>
    </>
  );
}
