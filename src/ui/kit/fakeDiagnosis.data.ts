import type { DiagnosisView } from '#session/view/diagnosis.ts';

/** A mistake with a cause that leads somewhere. */
export const FAKE_DIAGNOSES: readonly DiagnosisView[] = [
  {
    id: 'W1',
    name: 'Edited, not restarted',
    done: 'A file of the kubelet on node01 was edited after 09:00, when the kubelet last read it.',
    happens:
      'On disk anonymous.enabled is false; running it is true. A kubelet reads its configuration when it starts.',
    causes: [
      {
        kind: 'place',
        label: 'anonymous.enabled false, config.yaml line 4',
        place: { file: '/var/lib/kubelet/config.yaml', line: 4 },
      },
    ],
    levels: [
      'When did the running kubelet read that file?',
      'What the file says is only on disk: the kubelet has been running since 09:00.',
      'systemctl restart kubelet',
    ],
  },
];
