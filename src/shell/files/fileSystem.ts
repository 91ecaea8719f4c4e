import type { FsStat, IFileSystem } from 'just-bash/browser';
import { readText } from '#engine/host/files.ts';
import { dateOf } from '#engine/time.ts';
import { nodeNamed } from '#engine/world/world.ts';
import { absolutePath } from '../paths.ts';
import { bytesOf, bytesOfLatin1, textOf } from './bytes.ts';
import { type Changing, changeMode, copyFile, filesOf, moveTree, removeTree } from './change.ts';
import { type EntryStatus, entryAt, mergedPath, namesIn, type Place, textAt } from './entry.ts';
import { filesWithLogs } from './podLogs.ts';

/** The interpreter's file system, and what programs of ours ask of it without waiting. */
export interface NodeFileSystem extends IFileSystem {
  /** What is at an absolute path; null when nothing is. */
  status(path: string): EntryStatus | null;
  /** Names in a directory; empty when it is none. */
  names(path: string): readonly string[];
  /** A file's text; null when there is none. */
  text(path: string): string | null;
}

/**
 * A node's files as the interpreter sees a file system: reads are the world's files, writes are events. A file is text;
 * bytes that are no UTF-8 become U+FFFD. There are no links. Rejects with Node's words (`ENOENT: …`), as just-bash expects.
 */
export function nodeFileSystem(on: Changing, programs: ReadonlySet<string>, born: number): NodeFileSystem {
  const place = (path = '/'): Place => {
    const version = nodeNamed(on.world(), on.node)?.kubelet.version ?? '';
    return { files: filesWithLogs(on, path), programs, version, born };
  };
  const clean = (path: string): string => mergedPath(absolutePath('/', path));
  const status = (path: string): EntryStatus | null =>
    path.includes('\0') ? null : entryAt(place(clean(path)), clean(path));

  function existing(path: string, call: string): EntryStatus {
    const entry = status(path);
    if (entry === null) throw missing(path, call);
    return entry;
  }

  function read(path: string): string {
    const entry = existing(path, 'open');
    if (entry.kind === 'directory') throw new Error(`EISDIR: illegal operation on a directory, read '${path}'`);
    return textAt(place(clean(path)), clean(path)) ?? '';
  }

  function write(path: string, text: string, isAppended: boolean): void {
    const target = clean(path);
    const entry = status(path);
    if (entry?.kind === 'device') return;
    if (entry?.kind === 'directory') throw new Error(`EISDIR: illegal operation on a directory, open '${path}'`);
    if (path.includes('\0')) throw missing(path, 'open');
    directoryOf(target, path);
    const before = isAppended ? (readText(filesOf(on), target) ?? '') : '';
    on.apply({ type: 'write', node: on.node, path: target, text: before + text });
  }

  /** What a new entry is put in must be there, and be a directory. */
  function directoryOf(target: string, path: string): void {
    const parent = entryAt(place(), target.slice(0, target.lastIndexOf('/')) || '/');
    if (parent === null) throw missing(path, 'open');
    if (parent.kind !== 'directory') throw new Error(`ENOTDIR: not a directory, open '${path}'`);
    if (target.startsWith('/proc/') || target.startsWith('/sys/') || target.startsWith('/dev/'))
      throw new Error(`EACCES: permission denied, open '${path}'`);
  }

  function makeDirectory(path: string, recursive: boolean): void {
    const target = clean(path);
    const entry = status(path);
    if (entry !== null) {
      if (recursive && entry.kind === 'directory') return;
      throw new Error(`EEXIST: file already exists, mkdir '${path}'`);
    }
    const parent = target.slice(0, target.lastIndexOf('/')) || '/';
    if (recursive && status(parent) === null) makeDirectory(parent, true);
    directoryOf(target, path);
    on.apply({ type: 'mkdir', node: on.node, path: target });
  }

  const stat = async (path: string): Promise<FsStat> => {
    const { kind, mode, size, modifiedAt } = existing(path, 'stat');
    return {
      isFile: kind !== 'directory',
      isDirectory: kind === 'directory',
      isSymbolicLink: false,
      mode,
      size,
      mtime: dateOf(modifiedAt),
      identity: clean(path),
    };
  };

  return {
    status,
    names: (path) => namesIn(place(clean(path)), clean(path)),
    text: (path) => (path.includes('\0') ? null : textAt(place(clean(path)), clean(path))),
    readFile: async (path, options) => (isBytes(options) ? String.fromCharCode(...bytesOf(read(path))) : read(path)),
    readFileBuffer: async (path) => bytesOf(read(path)),
    writeFile: async (path, content, options) => write(path, contentText(content, options), false),
    appendFile: async (path, content, options) => write(path, contentText(content, options), true),
    exists: async (path) => status(path) !== null,
    stat,
    lstat: stat,
    mkdir: async (path, options) => makeDirectory(path, options?.recursive === true),
    readdir: async (path) => {
      const entry = existing(path, 'scandir');
      if (entry.kind !== 'directory') throw new Error(`ENOTDIR: not a directory, scandir '${path}'`);
      return [...namesIn(place(clean(path)), clean(path))].sort();
    },
    rm: async (path, options) => {
      const entry = status(path);
      if (entry === null) {
        if (options?.force === true) return;
        throw missing(path, 'rm');
      }
      const target = clean(path);
      if (entry.kind === 'directory' && options?.recursive !== true && namesIn(place(), target).length > 0)
        throw new Error(`ENOTEMPTY: directory not empty, rm '${path}'`);
      if (entry.kind === 'device' || !isChangeable(target)) throw notPermitted(path, 'rm');
      removeTree(on, target);
    },
    cp: async (from, to, options) => {
      const entry = existing(from, 'cp');
      if (entry.kind !== 'directory') {
        directoryOf(clean(to), to);
        copyFile(on, { text: read(from), mode: entry.mode }, clean(to));
        return;
      }
      if (options?.recursive !== true) throw new Error(`EISDIR: is a directory, cp '${from}'`);
      const source = clean(from);
      makeDirectory(to, true);
      for (const path of Object.keys(filesOf(on)).filter((name) => name.startsWith(`${source}/`))) {
        const target = `${clean(to)}${path.slice(source.length)}`;
        const below = filesOf(on)[path];
        if (below?.kind === 'file') copyFile(on, below, target);
        else makeDirectory(target, true);
      }
    },
    mv: async (from, to) => {
      existing(from, 'mv');
      if (!isChangeable(clean(from))) throw notPermitted(from, 'mv');
      directoryOf(clean(to), to);
      if (clean(from) !== clean(to)) moveTree(on, clean(from), clean(to));
    },
    resolvePath: (base, path) => absolutePath(base, path),
    getAllPaths: () => Object.keys(filesOf(on)),
    chmod: async (path, mode) => {
      existing(path, 'chmod');
      changeMode(on, clean(path), mode);
    },
    symlink: async (_, path) => {
      throw notPermitted(path, 'symlink');
    },
    link: async (_, path) => {
      throw notPermitted(path, 'link');
    },
    readlink: async (path) => {
      existing(path, 'readlink');
      throw new Error(`EINVAL: invalid argument, readlink '${path}'`);
    },
    realpath: async (path) => {
      existing(path, 'realpath');
      return absolutePath('/', path);
    },
    // The world's clock says when a file was changed; `touch` writes it again as it is.
    utimes: async (path) => {
      if (existing(path, 'utimes').kind === 'file') write(path, read(path), false);
    },
  };
}

/** Whether a path is the world's own, not one of the shell's surroundings. */
function isChangeable(path: string): boolean {
  return path !== '/' && !path.startsWith('/proc') && !path.startsWith('/sys') && !path.startsWith('/dev');
}

type Encoding = Parameters<IFileSystem['writeFile']>[2];

function isBytes(encoding: Parameters<IFileSystem['readFile']>[1] | Encoding): boolean {
  const name = typeof encoding === 'string' ? encoding : encoding?.encoding;
  return name === 'binary' || name === 'latin1';
}

function contentText(content: string | Uint8Array, encoding: Encoding): string {
  if (typeof content !== 'string') return textOf(content);
  return isBytes(encoding) ? textOf(bytesOfLatin1(content)) : content;
}

function missing(path: string, call: string): Error {
  return new Error(`ENOENT: no such file or directory, ${call} '${path}'`);
}

function notPermitted(path: string, call: string): Error {
  return new Error(`EPERM: operation not permitted, ${call} '${path}'`);
}
