import { containersOf, sandboxesOf } from '#engine/controlplane/containersOf.ts';
import { digestNumber } from '#engine/host/containers/digest.ts';
import { nodeNamed, type World } from '#engine/world/world.ts';
import { servicesOf } from './services.ts';

/** A process of a node, as the kernel has it. Memory in KiB, times in milliseconds. */
export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly user: string;
  /** The kernel's name for it: at most 15 letters. */
  readonly name: string;
  /** Its command line; the name in brackets for a thread of the kernel. */
  readonly command: string;
  readonly startedAt: number;
  /** `?`, or the terminal. */
  readonly tty: string;
  readonly state: string;
  readonly virtual: number;
  readonly resident: number;
  /** CPU time that it used. */
  readonly used: number;
}

/** The pids of the learner's session: sshd's child, and the shell. */
export const SHELL_PID = 745;
const SESSION_PID = 740;

/** Threads of the kernel; a real machine has a hundred more. */
const KERNEL = ['kthreadd', 'rcu_preempt', 'migration/0', 'kworker/0:1-events', 'kswapd0'];

/**
 * Every process of a node, by pid; `caller` is the command line of the program that asks, which is one too, as are those
 * `besides` it in its pipeline. Figures of CPU and memory are made up: they stand for names and grow with time.
 */
export function processesOf(
  world: World,
  name: string,
  caller: string,
  besides: readonly string[] = [],
): readonly Process[] {
  const node = nodeNamed(world, name);
  if (node === undefined) return [];
  const { host, kubelet } = node;
  const booted = host.bootedAt;
  const make = (
    pid: number,
    parent: number,
    title: string,
    command: string,
    startedAt: number,
    more: Partial<Process> = {},
  ): Process => ({
    pid,
    parent,
    user: 'root',
    name: title.slice(0, 15),
    command,
    startedAt,
    tty: '?',
    state: 'Ssl',
    ...figures(title, world.now - startedAt),
    ...more,
  });
  const kernel = KERNEL.map((title, index) =>
    make(index + 2, index === 0 ? 0 : 2, title, `[${title}]`, booted, { state: 'S', virtual: 0, resident: 0, used: 0 }),
  );
  const services = servicesOf(host).map((row) =>
    make(row.pid, 1, row.name, row.argv, booted + 4000, {
      user: row.user,
      state: row.name === 'containerd' ? 'Ssl' : 'Ss',
    }),
  );
  const session = [
    make(SESSION_PID, 655, 'sshd', 'sshd: root@pts/0', booted + 60_000, { state: 'Ss' }),
    make(SHELL_PID, SESSION_PID, 'bash', '-bash', booted + 60_000, { tty: 'pts/0', state: 'Ss' }),
  ];
  const { process } = kubelet;
  const command = process?.argv.map(({ text }) => text).join(' ') ?? '';
  const agent =
    process === null
      ? []
      : [
          make(process.pid, 1, 'kubelet', command, process.startedAt, {
            ...KUBELET_SIZE,
            used: Math.floor((world.now - process.startedAt) / 50),
          }),
        ];
  const line = [caller, ...besides].map((text, index) =>
    make(host.nextPid + index, SHELL_PID, text.split(' ', 1)[0] ?? '', text, world.now, {
      tty: 'pts/0',
      state: index === 0 ? 'R+' : 'S+',
    }),
  );
  const all = [
    make(1, 0, 'systemd', '/sbin/init', booted, { state: 'Ss' }),
    ...kernel,
    ...services,
    ...session,
    ...agent,
  ];
  return [...all, ...containerProcesses(world, name, make), ...line].sort((left, right) => left.pid - right.pid);
}

type Make = (
  pid: number,
  parent: number,
  title: string,
  command: string,
  startedAt: number,
  more?: Partial<Process>,
) => Process;

/** Of each pod the shim and the pause process, and what its containers run. */
function containerProcesses(world: World, name: string, make: Make): readonly Process[] {
  const containers = containersOf(world, name).filter(({ state }) => state === 'running');
  return sandboxesOf(world, name).flatMap((sandbox) => {
    const shim = 33_000 + digestNumber(`shim ${sandbox.id}`, 12_000);
    const line = `/usr/bin/containerd-shim-runc-v2 -namespace k8s.io -id ${sandbox.id} -address /run/containerd/containerd.sock`;
    const own = containers.filter(({ podId }) => podId === sandbox.id);
    return [
      make(shim, 1, 'containerd-shim', line, sandbox.createdAt, { state: 'Sl' }),
      make(shim + 13_000, shim, 'pause', '/pause', sandbox.createdAt, {
        user: '65535',
        state: 'Ss',
        virtual: 1024,
        resident: 640,
      }),
      ...own.map(({ pid, argv, createdAt }) =>
        make(pid, shim, (argv[0] ?? '').split('/').at(-1) ?? '', argv.join(' '), createdAt),
      ),
    ];
  });
}

const KUBELET_SIZE = { virtual: 1_972_484, resident: 96_204 } as const;

function figures(title: string, elapsed: number): Pick<Process, 'virtual' | 'resident' | 'used'> {
  const resident = 4 * (1500 + digestNumber(`${title} rss`, 9000));
  const share = 1 + digestNumber(`${title} share`, 12);
  return {
    resident,
    virtual: resident * 3 + 4 * digestNumber(`${title} vsz`, 20_000),
    used: Math.floor((Math.max(0, elapsed) * share) / 20_000),
  };
}
