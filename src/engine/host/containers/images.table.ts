/** What an image holds, as far as a command in it can tell. */
export interface ImageFacts {
  /** Names in `/bin` that can be run. */
  readonly programs: readonly string[];
  /** What runs when a pod names no command. */
  readonly entrypoint: readonly string[];
  /** Whether `/etc/passwd` is there, so that `id` knows names. */
  readonly accounts: boolean;
  /** Files of the image, by absolute path. */
  readonly files: Readonly<Record<string, string>>;
}

const PASSWD = 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n';
const USERLAND = [
  ...['busybox', 'cat', 'date', 'echo', 'env', 'false', 'grep', 'head', 'hostname', 'id', 'ls', 'printenv', 'printf'],
  ...['ps', 'pwd', 'sh', 'sleep', 'tail', 'test', 'true', 'uname', 'wc', 'whoami'],
];

function distribution(release: string): ImageFacts {
  return {
    programs: USERLAND,
    entrypoint: ['sh'],
    accounts: true,
    files: { '/etc/passwd': PASSWD, '/etc/os-release': release },
  };
}

const DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\nID=debian\n';
const ALPINE = 'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.22.1\nPRETTY_NAME="Alpine Linux v3.22"\n';

/** No shell, nothing to run: what the images of the control plane and of careful people are. */
const DISTROLESS: ImageFacts = { programs: [], entrypoint: ['/app'], accounts: true, files: {} };

/** Images by the last part of their repository. */
export const IMAGES: Readonly<Record<string, ImageFacts>> = {
  busy: {
    programs: ['busybox', 'cat', 'echo', 'id', 'ls', 'ps', 'sh', 'sleep'],
    entrypoint: ['sh'],
    accounts: false,
    files: {},
  },
  busybox: { ...distribution(''), files: { '/etc/passwd': PASSWD } },
  alpine: distribution(ALPINE),
  debian: distribution(DEBIAN),
  ubuntu: distribution(DEBIAN.replaceAll('Debian GNU/Linux', 'Ubuntu').replaceAll('debian', 'ubuntu')),
  nginx: { ...distribution(DEBIAN), entrypoint: ['nginx', '-g', 'daemon off;'] },
  pause: { ...DISTROLESS, entrypoint: ['/pause'] },
  'kube-apiserver': DISTROLESS,
  'kube-controller-manager': DISTROLESS,
  'kube-scheduler': DISTROLESS,
  'kube-proxy': DISTROLESS,
  'metrics-server': DISTROLESS,
  coredns: DISTROLESS,
  etcd: DISTROLESS,
};

/** Any other image: a Debian with some server that runs and is silent. */
const OTHER: ImageFacts = { ...distribution(DEBIAN), entrypoint: ['/app'] };

/** What is known of an image, by its reference. */
export function imageFacts(reference: string): ImageFacts {
  const repository = reference.split('@', 1)[0] ?? '';
  const last = (repository.slice(repository.lastIndexOf('/') + 1).split(':', 1)[0] ?? '').toLowerCase();
  return (Object.hasOwn(IMAGES, last) ? IMAGES[last] : undefined) ?? OTHER;
}
