import type { ExamTaskReport, ExamView, SessionExam } from '#session/view/exam.ts';

/** An exam in the middle of it: questions in each state. */
export const EXAM_VIEW: ExamView = {
  title: 'The kubelet’s doors',
  seed: 7,
  phase: 'running',
  minutes: 30,
  pass: 67,
  says: [],
  tasks: [
    { number: 1, title: 'The little door', host: 'wharf07', weight: 15, flagged: false, touched: true },
    { number: 2, title: 'Health is for the house', host: 'berth03', weight: 15, flagged: true, touched: true },
    { number: 3, title: 'Gangway down', host: 'mole03', weight: 70, flagged: true, touched: false },
  ],
  current: 2,
  left: 240_000,
  warning: 5,
  jumped: 600_000,
  notes: '2: who restarts it?',
  unanswered: [3],
  saved: { state: 'unsaved', words: 'not saved: this browser’s storage is full' },
  elsewhere: false,
};

/** An exam that stands still, whatever is pressed. */
export const STILL_EXAM: SessionExam = {
  view: () => EXAM_VIEW,
  prepare: () => false,
  session: () => Promise.reject(new Error('An exam that stands still has no session.')),
  begin() {},
  pause() {},
  resume() {},
  jump() {},
  flag() {},
  note() {},
  submit() {},
  tick() {},
  report: () => Promise.resolve(null),
  result: () => Promise.resolve(null),
  review: () => Promise.reject(new Error('An exam that stands still is not looked back on.')),
  again() {},
  takeOver() {},
  earlier: () => [],
  arriving: () => null,
  exported: () => Promise.resolve({ name: 'exam.json', text: '{}' }),
  takeUp: () => Promise.resolve(null),
  subscribe: () => () => {},
};

/** A question that was lost in every way in which points are lost. */
export const LOST_TASK: ExamTaskReport = {
  number: 4,
  scenario: 'two-hands-on-the-wheel',
  title: 'Two hands on the wheel',
  host: 'crane03',
  domain: 'Cluster Setup',
  cis: ['4.2.4'],
  of: 20,
  points: 6.67,
  thousandths: 333,
  spent: 240_000,
  tasks: [
    { title: 'Nobody answers at 10255', met: false, points: 0, of: 13.33 },
    { title: 'The value in force is the file’s', met: true, points: 6.67, of: 6.67 },
  ],
  lost: [
    {
      title: 'Nobody answers at 10255',
      points: 13.33,
      words:
        'Expected nobody to answer whoever knocks at 10255, got `200`. In force: --read-only-port=10255, kubeadm-flags.env line 1.',
      trace: 'Served: this port asks nobody who they are.',
      causes: [],
    },
  ],
  damage: [
    {
      title: 'crane03 is Ready',
      points: 0,
      words: 'Expected crane03 to be Ready, got NotReady.',
      trace: '',
      causes: [],
    },
  ],
  mistakes: [
    {
      id: 'W1',
      name: 'Edited, not restarted',
      done: 'A file of the kubelet was edited after 08:00:00.',
      happens: 'A kubelet reads its configuration when it starts, and never again.',
    },
  ],
  found: [
    {
      id: 'W4',
      name: 'The flag wins',
      done: 'The file says readOnlyPort 0, and the command line says 10255.',
      happens: 'A flag beats every file.',
    },
  ],
  reference: ["sed -i 's/ --read-only-port=10255//' /var/lib/kubelet/kubeadm-flags.env", 'systemctl restart kubelet'],
  debrief: ['An environment file is read at each start of the service; only units wait for `daemon-reload`.'],
  timeline: [
    { at: 60_000, title: 'Edited config.yaml', points: 13.33 },
    { at: 90_000, title: 'systemctl restart kubelet', points: 6.67 },
  ],
};
