import type { GlossaryEntry } from './entry.ts';

export const GLOSSARY: readonly GlossaryEntry[] = [
  {
    term: 'kubelet',
    says: 'The program on each node that takes the API server’s orders, runs the node’s pods and reports back.',
    see: ['node'],
  },
  { term: 'node', says: 'A machine of the cluster, with a kubelet on it.', see: ['kubelet'] },
];
