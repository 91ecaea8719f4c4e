import { readOwnPack } from '#session/lab/ownPack.ts';
import { publishLab } from '#session/lab/publish.ts';
import type { Labs, OpenedLab } from '#session/view/lab.ts';
import { knownLabs } from './knownLabs.ts';
import { openLab } from './openLab.ts';

/** Seeds are read aloud and typed: six digits are enough for any class. */
const SEEDS = 999_999;

/** Labs in this browser: chance, storage and the sessions come from here. */
export function browserLabs(): Labs {
  const known = knownLabs();
  const rooms = new Map<string, OpenedLab>();

  async function open(text: string): Promise<OpenedLab> {
    const opened = await openLab(text);
    if (!opened.ok) return opened;
    const { digest, lab } = opened.ready;
    known.remember({ digest, title: lab.title, opened: Date.now() }, text);
    // The same lab is one room, however often its link is followed: its sessions are open already.
    const before = rooms.get(digest);
    if (before !== undefined) return before;
    const room: OpenedLab = { ok: true, lab: opened.lab };
    rooms.set(digest, room);
    return room;
  }

  return {
    draw: () => 1 + ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % SEEDS),
    readOwnPack,
    publish: (draft) => Promise.resolve(publishLab(draft)),
    open,
    async reopen(digest) {
      const room = rooms.get(digest);
      if (room !== undefined) return room;
      const text = known.textOf(digest);
      return text === null ? null : await open(text);
    },
    known: known.list,
    forget(digest) {
      rooms.delete(digest);
      known.forget(digest);
    },
  };
}
