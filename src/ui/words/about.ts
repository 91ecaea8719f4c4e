const thousands = new Intl.NumberFormat('en');

/** What each group of recordings varies. */
const GROUPS: Readonly<Record<string, string>> = {
  'auth-file': 'authentication and authorization, set in the file',
  'auth-flags': 'the same, set by flags without a file',
  'drop-in': 'drop-in files of the configuration',
  effective: 'file, drop-ins and flags mixed, judged by /configz',
  ports: 'listeners, addresses, open and closed ports',
  rbac: 'every identity against every subresource',
  routes: 'every path, method and port',
  startup: 'broken and odd settings: does it start, and what does it say',
  tls: 'versions, ciphers, certificates',
  curl: 'curl’s own words',
};

/** The words of the page that says what this is and how far to trust it. */
export const ABOUT = {
  pageTitle: 'About · Portside',
  heading: 'What this is, and how far to trust it',
  loading: 'Loading…',
  failed: 'This page could not be loaded.',
  is: [
    'Portside is a kubelet’s access control to practise on: its files, its flags, its ports, and who may ask what. Every answer is worked out in this page by the kubelet’s rules, and compared with what real kubelets answered.',
    'It is not a kubelet, and no container runs. It is not made or endorsed by the Kubernetes project, the CNCF or The Linux Foundation, whose trademark Kubernetes is, nor by those who hold the CKS exam.',
  ],
  fidelity: 'Compared with real kubelets',
  fidelityWords: (equal: number, total: number, listed: number) =>
    `Real kubelets of three versions were started thousands of times, asked, and recorded. Of ${thousands.format(total)} recorded things ${equal === total ? 'all' : thousands.format(equal)} are equal here; ${listed === 0 ? 'none is' : `${thousands.format(listed)} are`} listed as unmatched. A thing is a start with its exit code and error, the journal lines a learner would look for, the open ports, the configuration in force, or one answer: status, headers and body.`,
  built:
    'The figures are part of this page’s build. The project’s checks play every recording again, and fail on a difference that is not listed and on a figure that is not so.',
  figures: 'Equal of all, by group and version',
  group: 'group',
  groups: GROUPS,
  all: 'all',
  notRecorded: '–',
  figure: (equal: number, total: number, listed: number) =>
    `${thousands.format(equal)} of ${thousands.format(total)}${listed === 0 ? '' : `, ${listed} listed`}`,
  recorded: { title: 'What was recorded from what', from: 'What was recorded from what' },
  passes: { title: 'What the comparison lets pass', from: 'What the comparison lets pass' },
  notModelled: { title: 'What is not modelled', from: 'What is not modelled' },
  privacy: 'What leaves this browser',
  privacyWords: [
    'Nothing. There is no account, no telemetry, no cookie. The page loads its own files from where it came and nothing from elsewhere; its security policy allows nothing else.',
    'Your run is kept in this browser’s storage. It goes elsewhere only if you export it, copy its link, or hand in a lab’s result.',
    'Keys and certificates here guard nothing. Paste none of your own.',
  ],
  hidden: { title: 'Labs: what a page can hide, and what it cannot', from: 'Labs: what can be hidden' },
  proved: { title: 'Results: what replaying proves', from: 'Results: what replaying proves' },
  licence: 'Licence',
  licenceWords: [
    'Portside is free software under the Apache License 2.0.',
    'It carries React, Zustand, XState, Valibot and the Monaco editor (MIT), yaml (ISC), diff and node-forge (BSD, 3 clauses), and IBM Plex (SIL Open Font License 1.1).',
  ],
} as const;
