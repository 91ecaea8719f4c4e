import { parseJson } from '#session/saved/saved.ts';
import type { KnownLab } from '#session/view/lab.ts';

const LIST = 'portside.labs';
const textKey = (digest: string): string => `portside.labtext.${digest}`;

/** Labs that were opened in this browser, and their texts; in memory only where nothing can be kept. */
export interface KnownLabs {
  list(): readonly KnownLab[];
  textOf(digest: string): string | null;
  remember(lab: KnownLab, text: string): void;
  forget(digest: string): void;
}

export function knownLabs(): KnownLabs {
  const memory = new Map<string, string>();

  function list(): readonly KnownLab[] {
    const value = parseJson(stored(LIST) ?? '');
    return Array.isArray(value) ? value.flatMap((one) => (isKnownLab(one) ? [one] : [])) : [];
  }

  return {
    list,
    textOf: (digest) => memory.get(digest) ?? stored(textKey(digest)),
    remember(lab, text) {
      memory.set(lab.digest, text);
      const others = list().filter(({ digest }) => digest !== lab.digest);
      if (store(textKey(lab.digest), text)) store(LIST, JSON.stringify([lab, ...others].slice(0, 50)));
    },
    forget(digest) {
      memory.delete(digest);
      store(textKey(digest), null);
      store(LIST, JSON.stringify(list().filter((one) => one.digest !== digest)));
    },
  };
}

function isKnownLab(value: unknown): value is KnownLab {
  const { digest, title, opened }: Readonly<Record<string, unknown>> = Object(value);
  return typeof digest === 'string' && typeof title === 'string' && typeof opened === 'number';
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Whether it was kept; null takes it away. */
function store(key: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
