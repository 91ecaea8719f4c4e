import type { OpenTerminal, SessionTerminal, TerminalNext, TerminalPiece } from '../view/terminal.ts';
import { JUMP_HOST as WORDS } from './words.ts';

/** What the jump host knows of the exam. */
export interface JumpInput {
  /** The terminal on the question's own host. */
  readonly inner: SessionTerminal;
  readonly host: string;
  /** Every host of the exam, in the order of the questions. */
  readonly hosts: () => readonly string[];
  /** Turns to the question of another host; `ssh` is to be typed there, too. */
  turnTo(host: string): void;
  /** Told, once this terminal is open, how to ask whether it is on the host. */
  opened(isThere: () => boolean): void;
}

type Write = (piece: TerminalPiece) => void;

const PROMPT: TerminalNext = { kind: 'prompt' };

/**
 * A terminal that begins on a host where nothing is solved. `ssh HOST` leads to a question's host as root, `exit` back.
 * It is no node: it has a handful of words, and says of all others where they belong.
 */
export function jumpTerminal({ inner, host, hosts, turnTo, opened }: JumpInput): SessionTerminal {
  return {
    async open() {
      const lines: string[] = [];
      let status = 0;
      let there = false;
      let leaving: Write = () => {};
      const node: OpenTerminal = await inner.open(() => {
        there = false;
        leaving({ stream: 'stdout', text: WORDS.closed(host) });
      });
      opened(() => there);

      function answer(line: string, write: Write): TerminalNext {
        const [name = '', ...words] = line.trim().split(/\s+/);
        status = 0;
        const print = (text: string): void => write({ stream: 'stdout', text: `${text}\n` });
        switch (name) {
          case '':
            return PROMPT;
          case 'ssh':
            ssh(words, write);
            return PROMPT;
          case 'clear':
            return { kind: 'clear' };
          case 'exit':
          case 'logout':
            print(WORDS.stays);
            return PROMPT;
          case 'whoami':
            print('candidate');
            return PROMPT;
          case 'hostname':
            print('terminal');
            return PROMPT;
          case 'pwd':
            print('/home/candidate');
            return PROMPT;
          case 'help':
            print(WORDS.help(hosts()));
            return PROMPT;
          default:
            status = name === 'kubectl' ? 1 : 127;
            write({ stream: 'stderr', text: `${name === 'kubectl' ? WORDS.kubectl : WORDS.noCommand(name, host)}\n` });
            return PROMPT;
        }
      }

      /** Models OpenSSH 9.6, of whose options none is needed here. */
      function ssh(words: readonly string[], write: Write): void {
        const [target = '', ...command] = words.filter((word) => !word.startsWith('-'));
        const [user, name] = target.includes('@') ? target.split('@', 2) : ['root', target];
        status = 255;
        const complain = (text: string): void => write({ stream: 'stderr', text: `${text}\n` });
        if (name === undefined || name === '') complain(WORDS.usage);
        else if (!hosts().includes(name)) complain(WORDS.noHost(name));
        else if (user !== 'root') complain(WORDS.denied(target));
        else if (command.length > 0) complain(WORDS.noCommandBehind);
        else {
          status = 0;
          if (name === host) there = true;
          else {
            write({ stream: 'stdout', text: `${WORDS.turned(name, hosts().indexOf(name) + 1)}\n` });
            turnTo(name);
          }
        }
      }

      return {
        prompt: () => (there ? node.prompt() : 'candidate@terminal:~$ '),
        isUnfinished: (text) => there && node.isUnfinished(text),
        run(line, write, columns) {
          leaving = write;
          if (there) return node.run(line, write, columns);
          if (line.trim() !== '') lines.push(line.trim());
          return Promise.resolve(answer(line, write));
        },
        edited: (text, write) => node.edited(text, write),
        interrupt: () => node.interrupt(),
        complete(line, cursor) {
          if (there) return node.complete(line, cursor);
          const [, before = '', word = ''] = /^(\s*ssh\s+(?:root@)?)(\S*)$/.exec(line.slice(0, cursor)) ?? [];
          if (before === '') return { from: cursor, candidates: [], common: '' };
          const found = hosts().filter((name) => name.startsWith(word));
          const [only] = found;
          const common = found.length === 1 && only !== undefined ? `${only} ` : word;
          return {
            from: before.length,
            candidates: found.map((name) => ({ insert: `${name} `, label: name })),
            common,
          };
        },
        subscribe: (listener) => node.subscribe(listener),
        history: () => (there ? node.history() : lines),
        depth: () => (there ? node.depth() + 1 : 0),
        status: () => (there ? node.status() : status),
      };
    },
  };
}
