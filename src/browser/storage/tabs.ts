/** What tabs of one run say to each other. */
export type TabNews = 'hello' | 'here' | 'wrote' | 'bye';

/** The other tabs of this browser that have the same run open. */
export interface Tabs {
  readonly self: string;
  say(news: TabNews): void;
  close(): void;
}

/** This page's name among the tabs: one for all that it opens one after another, so that it does not meet itself. */
const SELF = [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');

/** Listens to the other tabs of a run. `heard` gets the sender's name. */
export function joinTabs(run: string, heard: (news: TabNews, from: string) => void): Tabs {
  const channel = new BroadcastChannel(`portside.run.${run}`);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!Array.isArray(data)) return;
    const [news, from]: unknown[] = data;
    if (typeof from !== 'string' || from === SELF) return;
    if (news === 'hello' || news === 'here' || news === 'wrote' || news === 'bye') heard(news, from);
  };
  return { self: SELF, say: (news) => channel.postMessage([news, SELF]), close: () => channel.close() };
}
