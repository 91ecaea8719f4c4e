import { useSession } from '../store/bench.tsx';
import { useTick } from '../store/tick.ts';
import { Diff } from './Diff.tsx';
import { Exchange } from './Exchange.tsx';
import { Kept } from './Kept.tsx';
import { Steps } from './Steps.tsx';
import './Timeline.css';

/** Everything that was done, what it came to, and the run as a whole: exported, imported, shared. */
export function Timeline() {
  const { archive } = useSession();
  useTick();
  return (
    <div className="timeline">
      <Exchange />
      <div className="timeline-columns">
        <Steps timeline={archive.timeline()} />
        <div className="timeline-side">
          <Diff files={archive.changes()} />
          <Kept />
        </div>
      </div>
    </div>
  );
}
