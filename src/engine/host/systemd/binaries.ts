import { type Files, readText } from '../files.ts';

/** Programs that a node has without their being files of the simulated disk. */
export const KNOWN_BINARIES: readonly string[] = [
  '/usr/bin/kubelet',
  '/usr/bin/kubeadm',
  '/usr/bin/kubectl',
  '/usr/bin/containerd',
  '/usr/bin/env',
  '/usr/bin/true',
  '/usr/bin/false',
  '/usr/bin/bash',
  '/usr/bin/sh',
];

/** Where systemd looks for a program given by its bare name. */
const SEARCH_PATH = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/** The path of the program that `path` (absolute, or a bare name) leads to; null when there is none. */
export function locate(path: string, files: Files): string | null {
  if (path.startsWith('/')) return exists(path, files) ? path : null;
  return SEARCH_PATH.map((directory) => `${directory}/${path}`).find((place) => exists(place, files)) ?? null;
}

function exists(path: string, files: Files): boolean {
  // `/bin` and `/sbin` are links to their namesakes below `/usr`.
  const real = path.replace(/^\/s?bin\//, (link) => `/usr${link}`);
  return KNOWN_BINARIES.includes(real) || readText(files, real) !== null;
}
