import type {
  CompletionView,
  OpenTerminal,
  SessionTerminal,
  TerminalNext,
  TerminalPiece,
} from '#session/view/terminal.ts';
import { START } from './fakeView.data.ts';

const FILES = new Map(START.files.map((file) => [file.path, file.text]));
const COMMANDS = ['bash', 'cat', 'clear', 'echo', 'exit', 'journalctl', 'kubectl', 'ls', 'seq', 'sleep', 'vi'];

/** A shell without an interpreter: it knows a dozen words, and keeps the contract. */
export function fakeTerminal(history: readonly string[] = []): SessionTerminal {
  return { open: () => Promise.resolve(openFake(history)) };
}

function openFake(before: readonly string[]): OpenTerminal {
  const lines: string[] = [...before];
  let depth = 0;
  let stop: () => void = () => {};

  const words = (line: string): readonly string[] => line.split(/\s+/).filter((word) => word !== '');
  const run = async (line: string, write: (piece: TerminalPiece) => void): Promise<TerminalNext> => {
    const [name = '', first = ''] = words(line);
    const out = (text: string): TerminalNext => {
      write({ stream: 'stdout', text });
      return { kind: 'prompt' };
    };
    const wrong = (text: string): TerminalNext => {
      write({ stream: 'stderr', text });
      return { kind: 'prompt' };
    };
    switch (name) {
      case 'help':
        return out(`${COMMANDS.join('  ')}\n`);
      case 'echo':
        return out(`${line.trim().slice(4).trim()}\n`);
      case 'ls':
        return out(`${[...FILES.keys()].join('\n')}\n`);
      case 'cat':
        return FILES.has(first) ? out(FILES.get(first) ?? '') : wrong(`cat: ${first}: No such file or directory\n`);
      case 'seq':
        return out(`${Array.from({ length: Number(first) || 0 }, (_, index) => index + 1).join('\n')}\n`);
      case 'sleep':
        await new Promise<void>((done) => {
          const timer = setTimeout(done, (Number(first) || 0) * 1000);
          stop = () => {
            clearTimeout(timer);
            done();
          };
        });
        return out('');
      case 'journalctl':
        out(START.journal.map(({ time, who, text }) => `Nov 24 ${time} node01 ${who}: ${text}\n`).join(''));
        return line.includes('-f') ? { kind: 'following', ended: lasting(Number(words(line)[2])) } : { kind: 'prompt' };
      case 'vi':
        return { kind: 'edit', node: START.node.name, path: first };
      case 'kubectl':
        return first === 'edit'
          ? { kind: 'edit-text', title: 'kubectl-edit.yaml', text: 'apiVersion: v1\nkind: ConfigMap\n' }
          : out('No resources found in default namespace.\n');
      case 'clear':
        return { kind: 'clear' };
      case 'bash':
        depth += 1;
        return out('');
      case 'exit':
        depth = Math.max(0, depth - 1);
        return out('');
      default:
        return wrong(`bash: ${name}: command not found\n`);
    }
  };

  return {
    prompt: () => 'root@node01:~# ',
    isUnfinished: (text) => text.endsWith('\\') || text.split("'").length % 2 === 0,
    run: (line, write) => {
      lines.push(line);
      return run(line, write);
    },
    edited: async (text, write) => {
      write({
        stream: 'stdout',
        text: text === null ? 'Edit cancelled, no changes made.\n' : 'configmap/kept edited\n',
      });
      return { kind: 'prompt' };
    },
    subscribe: () => () => {},
    interrupt: () => stop(),
    complete: completeFake,
    history: () => lines,
    depth: () => depth,
    status: () => 0,
  };
}

/** So many seconds; without end when that is no number. */
function lasting(seconds: number): Promise<void> {
  return new Promise((done) => {
    if (!Number.isNaN(seconds)) setTimeout(done, seconds * 1000);
  });
}

function completeFake(line: string, cursor: number): CompletionView {
  const from = line.lastIndexOf(' ', cursor - 1) + 1;
  const word = line.slice(from, cursor);
  const names = (from === 0 ? COMMANDS : [...FILES.keys()]).filter((name) => name.startsWith(word));
  const [only] = names;
  let common = only ?? word;
  for (const name of names) while (!name.startsWith(common)) common = common.slice(0, -1);
  return { from, candidates: names.map((name) => ({ insert: name, label: name })), common };
}
