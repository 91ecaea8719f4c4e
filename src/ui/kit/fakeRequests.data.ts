import type { ConfigurationRow, ConfigurationView } from '#session/view/configuration.ts';
import type { RequestForm, SessionRequests } from '#session/view/requests.ts';

const FORM: RequestForm = {
  who: { kind: 'stranger' },
  scheme: 'https',
  host: 'localhost',
  port: 10250,
  method: 'GET',
  path: '/pods',
  silent: true,
  insecure: true,
  authorities: '',
  include: false,
  verbose: false,
  body: null,
  kept: ['--http1.1'],
};
const PODS = 'curl -sk https://localhost:10250/pods';
const BOB = { kind: 'certificate', certificate: 'bob.crt', key: 'bob.key' } as const;

/** Canned help for writing requests. */
export const REQUEST_HELP: SessionRequests = {
  read: (line) => {
    if (line === '') return { kind: 'empty' };
    return line.startsWith('curl ') ? { kind: 'form', form: FORM } : { kind: 'unreadable', why: 'It is not curl.' };
  },
  compose: () => PODS,
  choices: () => ({
    start: FORM,
    identities: [
      { id: 'stranger', label: 'a stranger', note: 'no credential at all', who: { kind: 'stranger' } },
      { id: 'bob.crt', label: 'bob', note: 'bob.crt: bob, group dev', who: BOB },
    ],
    ports: [
      { port: 10250, scheme: 'https', says: 'the kubelet’s own API' },
      { port: 10255, scheme: 'http', says: 'read-only, asks nobody' },
    ],
    hosts: ['localhost'],
    methods: ['GET', 'POST'],
    endpoints: [
      { title: 'Pods', endpoints: [{ method: 'GET', path: '/pods', says: 'Every pod on the node.', common: true }] },
    ],
    authorities: ['ca.crt'],
  }),
  changes: () => [
    { what: 'who', lines: [{ label: 'bob', line: `${PODS} --cert bob.crt --key bob.key` }] },
    { what: 'port', lines: [{ label: '10255', line: 'curl -s http://localhost:10255/pods' }] },
  ],
  likeness: (number) => (number > 1 ? { number: 1, words: 'but as bob' } : null),
  attacks: () => [
    {
      title: 'With nothing in hand',
      attacks: [
        {
          id: 'anonymous-pods',
          title: 'Read every pod',
          says: 'Lists all pods of the node.',
          needs: 'Anonymous access.',
          hardened: { answer: '401', why: 'A stranger is nobody there.' },
          line: PODS,
        },
      ],
    },
  ],
  history: () => [PODS],
};

const ROW: ConfigurationRow = {
  path: 'authentication.anonymous.enabled',
  value: 'true',
  source: '--anonymous-auth=true, 10-kubeadm.conf line 9',
  place: null,
  beaten: [{ text: 'false, config.yaml line 4', place: null }],
  risky: true,
  group: 'authentication',
  says: 'Whether requests without credentials are taken for system:anonymous.',
  security: true,
  verdict: 'risky',
  hardened: 'false',
  why: 'Whoever reaches the port is taken for system:anonymous.',
  file: { text: 'false', place: null },
  configz: 'true',
  flagz: { flag: 'anonymous-auth', text: 'true', given: true },
  disagreements: [{ about: 'file', text: 'config.yaml line 4 says false. --anonymous-auth=true beats it.' }],
};

/** A canned table of two values. */
export const CONFIGURATION_VIEW: ConfigurationView = {
  of: 'running',
  words: '',
  unserved: { configz: '', flagz: '' },
  rows: [
    ROW,
    {
      ...ROW,
      path: 'maxPods',
      value: '110',
      source: 'default',
      beaten: [],
      risky: false,
      group: 'rest',
      says: 'Most pods on the node.',
      security: false,
      verdict: 'fine',
      hardened: '',
      why: '',
      file: null,
      configz: '110',
      flagz: { flag: 'max-pods', text: '110', given: false },
      disagreements: [],
    },
  ],
};
