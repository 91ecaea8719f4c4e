import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { ariaKeys, withKeys } from '../keys/chord.ts';
import { Tabs, tabId } from '../kit/Tabs.tsx';
import { Kubelet } from '../kubelet/Kubelet.tsx';
import { useDesk } from '../store/bench.tsx';
import { WORDS } from '../words.ts';

const PANEL = 'side';

interface Props {
  readonly task: ReactNode;
  /** What the task's tab is called. */
  readonly taskWords: string;
  /** There is room for two columns only, so that the task and the kubelet take turns. */
  readonly narrow: boolean;
}

/**
 * The left column: the task, and where there is no room for a third column the kubelet too, by turns. The task stays where it
 * is all the time, so that nothing that was chosen or written in it is lost when the window or the tab changes.
 */
export function Side({ task, taskWords, narrow }: Props) {
  const chosen = useDesk((desk) => desk.side);
  const side = narrow ? chosen : 'task';
  const showSide = useDesk((desk) => desk.showSide);
  const box = useRef<HTMLDivElement>(null);
  const scrolled = useRef({ task: 0, kubelet: 0 });
  useLayoutEffect(() => {
    if (box.current !== null) box.current.scrollTop = scrolled.current[side];
  }, [side]);
  const panel = narrow && ({ role: 'tabpanel', id: PANEL, 'aria-labelledby': tabId(PANEL, side) } as const);
  return (
    <div className="sides">
      {narrow && (
        <Tabs
          label={WORDS.sides}
          tabs={[
            { id: 'task', label: taskWords, title: withKeys(taskWords, 'side'), keys: ariaKeys('side') },
            {
              id: 'kubelet',
              label: WORDS.sideKubelet,
              title: withKeys(WORDS.sideKubelet, 'side'),
              keys: ariaKeys('side'),
            },
          ]}
          selected={side}
          panel={PANEL}
          onSelect={(id) => showSide(id === 'kubelet' ? 'kubelet' : 'task')}
        />
      )}
      <div
        ref={box}
        className="sides-panel"
        tabIndex={-1}
        onScroll={({ currentTarget }) => {
          scrolled.current[side] = currentTarget.scrollTop;
        }}
        {...panel}
      >
        <div hidden={side !== 'task'}>{task}</div>
        {side === 'kubelet' && <Kubelet />}
      </div>
    </div>
  );
}
