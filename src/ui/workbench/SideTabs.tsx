import type { ReactNode } from 'react';
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
}

/** Where there is room for two columns only: the task and the kubelet take turns. */
export function SideTabs({ task, taskWords }: Props) {
  const side = useDesk((desk) => desk.side);
  const showSide = useDesk((desk) => desk.showSide);
  return (
    <div className="sides">
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
      <div className="sides-panel" role="tabpanel" id={PANEL} aria-labelledby={tabId(PANEL, side)}>
        {side === 'task' ? task : <Kubelet />}
      </div>
    </div>
  );
}
