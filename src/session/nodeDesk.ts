/** Which node is on the screen, and which of its files were opened there. No part of the run: nothing of it is stored. */
export interface NodeDesk {
  shown(): string;
  select(name: string): void;
  /** Paths opened on the shown node, oldest first. */
  opened(): readonly string[];
  open(path: string): void;
}

/** A desk that shows the node a scenario plays on. */
export function nodeDesk(home: string): NodeDesk {
  const tabs = new Map<string, readonly string[]>();
  let node = home;
  return {
    shown: () => node,
    select(name) {
      node = name;
    },
    opened: () => tabs.get(node) ?? [],
    open(path) {
      tabs.set(node, [...(tabs.get(node) ?? []), path]);
    },
  };
}
