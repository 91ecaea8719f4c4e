/** Commands of crictl that are modelled, and those that are real and are not. */
export const COMMANDS: readonly string[] = [
  'ps',
  'pods',
  'images',
  'image',
  'img',
  'logs',
  'inspect',
  'inspectp',
  'exec',
  'version',
  'info',
];
export const UNMODELLED: readonly string[] =
  'attach create port-forward pull run runp rm rmi rmp start stop stopp update config stats statsp metricsp imagefsinfo inspecti events update-runtime-config checkpoint completion runtime-config'.split(
    ' ',
  );

/** `crictl --help`, what a simulated runtime has of it. */
export const CRICTL_HELP = `NAME:
   crictl - client for CRI

USAGE:
   crictl [global options] command [command options] [arguments...]

COMMANDS:
   exec                Run a command in a running container
   images, image, img  List images
   inspect             Display the status of one or more containers
   inspectp            Display the status of one or more pods
   info                Display information of the container runtime
   logs                Fetch the logs of a container
   pods                List pods
   ps                  List containers
   version             Display runtime version information

GLOBAL OPTIONS:
   --runtime-endpoint value, -r value  Endpoint of CRI container runtime service
   --help, -h                          show help
   --version, -v                       print the version
`;

/** `man crictl`, in short: crictl itself has none. */
export const CRICTL_MANUAL = `CRICTL

NAME
       crictl - client for the container runtime of this node

DESCRIPTION
       crictl asks containerd, not the kubelet and not the API server: it shows
       what runs here also when both are down.

COMMANDS
       crictl ps [-a] [--name REGEX] [-q] [-o json]
           Containers; -a those that have exited too, with their attempt.
       crictl logs [-f] [--tail N] [-p] ID
           What a container wrote; -p the attempt before.
       crictl pods
           The pods' sandboxes.
       crictl inspect ID, crictl inspectp ID
       crictl exec [-it] ID COMMAND...
       crictl images, crictl info, crictl version

EXAMPLES
       crictl ps -a --name kube-apiserver
       crictl logs $(crictl ps -a -q --name kube-apiserver | head -1)
`;
