import { nodeNamed } from '#engine/world/world.ts';
import type { NodeCommand } from '../../command.ts';
import { complained, entered, notModelled } from '../answer.ts';
import { destinationOf, resolveHost } from '../curl/hosts.ts';

/** Options that take a word of their own. */
const WITH_VALUE = 'BbcDEeFIiJLlmOopQRSWw';

/** `ssh NODE`: a shell on another node, as root. Models OpenSSH 9.6. */
export const ssh: NodeCommand = {
  name: 'ssh',
  manual: `SSH(1)                      General Commands Manual                     SSH(1)

NAME
       ssh - OpenSSH remote login client

SYNOPSIS
       ssh [root@]NODE

DESCRIPTION
       Opens a shell on another node, by its name or address; exit or Ctrl-D
       leads back.
`,
  run(parameters, { world, node }) {
    const words = [...parameters];
    let user = 'root';
    let port = 22;
    while (words[0]?.startsWith('-') === true) {
      const word = words.shift() ?? '';
      const letter = word.charAt(1);
      const value = WITH_VALUE.includes(letter) ? word.slice(2) || words.shift() || '' : '';
      if (letter === 'l') user = value;
      if (letter === 'p') port = Number(value);
    }
    const [target, ...command] = words;
    if (target === undefined) return complained(USAGE, 255);
    const at = target.lastIndexOf('@');
    if (at >= 0) user = target.slice(0, at);
    const host = target.slice(at + 1).replace(/^ssh:\/\//, '');
    const own = nodeNamed(world, node);
    if (own === undefined) return notModelled(`there is no node ${node}.`);
    const url = { scheme: 'ssh', host, shown: host, port, portGiven: true, path: '/', user: null };
    const [address] = resolveHost(world, own, url, []).addresses;
    if (address === undefined)
      return complained(`ssh: Could not resolve hostname ${host.toLowerCase()}: Name or service not known\n`, 255);
    const to = destinationOf(world, own, address, port);
    const there =
      to.kind === 'node'
        ? to.node
        : (Object.values(world.nodes).find(({ host: one }) => one.address === address)?.name ?? null);
    if (there === null || port !== 22) {
      const why =
        there !== null ? 'Connection refused' : to.kind === 'lost' ? 'Connection timed out' : 'No route to host';
      return complained(`ssh: connect to host ${host} port ${port}: ${why}\n`, 255);
    }
    if (user !== 'root') return complained(`${user}@${host}: Permission denied (publickey).\n`, 255);
    if (command.length > 0) return notModelled('a command behind ssh is not modelled: log in first, then type it.');
    return entered({
      kind: 'enter',
      frame: {
        kind: 'node',
        node: there,
        workingDirectory: '/root',
        closing: `logout\nConnection to ${host} closed.\n`,
      },
    });
  },
  complete(words, { world, node }) {
    const last = words.at(-1) ?? '';
    return Object.keys(world.nodes)
      .filter((name) => name !== node && name.startsWith(last))
      .map((insert) => ({ insert }));
  },
};

const USAGE = `usage: ssh [-46AaCfGgKkMNnqsTtVvXxYy] [-B bind_interface] [-b bind_address]
           [-c cipher_spec] [-D [bind_address:]port] [-E log_file]
           [-e escape_char] [-F configfile] [-I pkcs11] [-i identity_file]
           [-J destination] [-L address] [-l login_name] [-m mac_spec]
           [-O ctl_cmd] [-o option] [-P tag] [-p port] [-R address]
           [-S ctl_path] [-W host:port] [-w local_tun[:remote_tun]]
           destination [command [argument ...]]
       ssh [-Q query_option]
`;
