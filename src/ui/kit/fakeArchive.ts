import type { NoticeView, SessionArchive, TimelineView } from '#session/view/timeline.ts';

const TIMELINE: TimelineView = {
  start: '09:00:00',
  at: 4,
  note: 'The flag in the drop-in beats the file.',
  steps: [
    step(1, 'edit', 'Edited 10-kubeadm.conf', '09:01:10', { note: 'first try: a typo' }),
    step(2, 'restart', 'Restarted the kubelet', '09:01:20', {
      consequences: [
        'systemd started the kubelet again 3 times',
        'It ended with status 1: failed to parse kubelet flag: unknown flag: --anonymos-auth',
      ],
    }),
    step(3, 'edit', 'Edited 10-kubeadm.conf', '09:02:41', {}),
    step(4, 'ask', 'curl -sk https://localhost:10250/pods', '09:02:50', {
      answer: { headline: '401', outcome: 'refused' },
    }),
    step(5, 'wait', 'Waited', null, { ahead: true }),
    step(6, 'ask', 'curl -s http://localhost:10255/pods', null, { ahead: true }),
  ],
};

function step(
  position: number,
  kind: TimelineView['steps'][number]['kind'],
  title: string,
  clock: string | null,
  more: Partial<TimelineView['steps'][number]>,
): TimelineView['steps'][number] {
  return { position, kind, title, clock, answer: null, consequences: [], note: '', ahead: false, ...more };
}

/** A timeline without an engine: one of each kind of step, a changed file, a new one, and a notice. */
export function fakeArchive(changed: () => void): SessionArchive {
  let at = TIMELINE.at;
  let notices: readonly NoticeView[] = [
    {
      id: 'elsewhere',
      words: 'This scenario is open in another tab, too. Nothing you do here is saved until you decide.',
      offers: ['take-over', 'copy', 'export'],
    },
  ];
  return {
    timeline: () => ({ ...TIMELINE, at, steps: TIMELINE.steps.map((one) => ({ ...one, ahead: one.position > at })) }),
    changes: () => [
      { node: '', path: '/var/lib/kubelet/config.yaml', before: 'a: 1\nb: 2\nc: 3\n', after: 'a: 1\nb: 3\nc: 3\n' },
      { node: '', path: '/root/pods.json', before: '', after: '{}\n' },
    ],
    walkTo(position) {
      at = position;
      changed();
    },
    note: () => {},
    exported: () => ({ name: 'portside-the-flag-that-wins-20261124-0914.json', text: '{}' }),
    offer: (text) =>
      text.startsWith('{')
        ? { ok: true, words: '12 steps, 4 requests among them.', replaces: true, accept: () => null }
        : { ok: false, words: 'This is not a file that Portside exported: it is not JSON.' },
    notices: () => notices,
    answer(id) {
      notices = notices.filter((notice) => notice.id !== id);
      changed();
    },
    kept: () => Promise.resolve([{ id: 'the-flag-that-wins~1', kind: 'copy', changed: 1_795_512_000_000 }]),
    keptFile: () => Promise.resolve({ name: 'portside-copy.json', text: '{}' }),
    openKept: () => {},
    removeKept: () => Promise.resolve(),
  };
}
