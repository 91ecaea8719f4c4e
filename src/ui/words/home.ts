const thousands = new Intl.NumberFormat('en');

/** The words of the home page. */
export const HOME = {
  pageTitle: 'Portside: a kubelet you can break in your browser',
  heading: 'A kubelet you can break in your browser',
  lead: [
    'A Kubernetes node is a ship, and the kubelet is its captain. It takes orders, loads and unloads containers, and tells what is aboard. Whose orders? And whom does it tell?',
    'Here is such a node. Edit its files, restart the kubelet, ask it with curl. Every answer is a real kubelet’s, and beside it stands why: the line, the flag or the rule that decided.',
  ],
  begin: 'Begin',
  goOn: 'Continue',
  lookAgain: 'Look again',
  beginWith: (title: string) => `Begin with ${title}`,
  beginLesson: (title: string) => `Begin with the lesson ${title}`,
  continueLesson: (title: string) => `Continue the lesson ${title}`,
  continueWith: (title: string) => `Continue ${title}`,
  continueNote: (met: number, of: number) => `${met} of ${of} tasks met`,
  allSolved: 'All lessons and scenarios are done.',
  toExams: 'On to the exams',

  path: 'The path',
  pathStart: 'Start here.',
  pathLead: 'Ten short lessons: you try claims on a node, then predict three answers of a kubelet.',
  predictions: 'Your predictions so far',
  lessonPassed: 'done',
  lessonUnderway: (met: number, of: number) => `${met} of ${of} done`,
  parts: 'Parts of this page',
  glossary: 'Glossary',

  exams: 'Exams',
  examsLead:
    'Several tasks against the clock, close to the feel of the CKS exam. This is not PSI, and holds no real exam questions.',
  examFacts: (minutes: number, tasks: number, pass: number) => `${minutes} min · ${tasks} tasks · ${pass} % to pass`,

  class: 'Class',
  classLead: 'For instructors. No server, no account: a lab is a link or a file, and so is what comes back.',
  labNew: {
    title: 'Make a lab',
    says: 'Scenarios or an exam, one seed for all, how long, and what is allowed. You get a link to hand out.',
  },
  board: {
    title: 'Class board',
    says: 'Drop what your class handed in. Each run is played again and scored again, in this browser.',
  },

  scenarios: 'Scenarios',
  scenariosLead: 'The easy ones come first. Each starts from a node that is wrong somewhere, and you put it right.',
  teaches: 'What it teaches',
  minutes: (minutes: number) => `about ${minutes} min`,
  difficulties: { 1: 'one edit', 2: 'find and mend', 3: 'find and mend, in several places' },
  tags: (cis: readonly string[], cks: string) =>
    `${cis.length === 0 ? '' : `CIS benchmark 1.12: ${cis.join(', ')} · `}CKS ${cks}`,
  untouched: 'not begun',
  progress: (met: number, of: number) => `${met} of ${of} tasks met`,
  solved: 'solved',

  sandbox: 'Sandbox',
  sandboxLead: 'A node without a task, and the ready attacks to try on it.',

  about: 'What this is',
  aboutWords: [
    'A simulator that runs in this browser alone. There is no cluster behind it and no account, and nothing is sent anywhere. What you do is kept in this browser, and you can take it away as a file.',
    'It is not a kubelet. No container runs, and time is simulated. What it does, it works out by the kubelet’s own rules; it does not look answers up.',
  ],
  aboutMore: 'All figures, what is not modelled, and what leaves this browser',
  fidelity: (equal: number, total: number, version: string) =>
    `Judged by a real kubelet ${version}: of ${thousands.format(total)} things that it was recorded to do (answers, starts, refusals to start, the configuration then in force), ${equal === total ? 'all' : thousands.format(equal)} come out the same here.`,

  noScenario: (id: string) => `There is no scenario called “${id}”. These are the ones there are.`,
  noLesson: (id: string) => `There is no lesson called “${id}”. The path is below.`,
  noExam: (id: string) => `There is no exam called “${id}”. These are the ones there are.`,
  noSandbox: (base: string) => `There is no node of the kind “${base}” to play with. See the sandbox below.`,
  noPage: (asked: string) => `The link leads nowhere: there is no page “${asked}”. This is home.`,
} as const;

/** The nodes of the sandbox. */
export const SANDBOXES: readonly { readonly base: string; readonly title: string; readonly says: string }[] = [
  {
    base: 'kubeadm-node',
    title: 'A kubeadm node',
    says: 'As kubeadm join leaves it: config.yaml, a drop-in for systemd, two files for flags. Shut by default.',
  },
  {
    base: 'kubeadm-cluster',
    title: 'A kubeadm cluster',
    says: 'A control plane and two workers. Your shell is on the first worker, with the admin’s kubeconfig.',
  },
  {
    base: 'fleet',
    title: 'A fleet',
    says: 'A hundred workers and one ConfigMap for all of them. Some have drifted; a table tells which, and how.',
  },
  {
    base: 'lecture-node',
    title: 'A node by hand',
    says: 'All flags in one unit and no config file, hence the defaults of old. Open by default.',
  },
];
