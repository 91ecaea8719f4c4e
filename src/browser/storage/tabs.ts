/** What tabs of one run say to each other. */
export type TabNews = 'hello' | 'here' | 'wrote' | 'bye';

/** The other tabs of this browser that have the same run open. */
export interface Tabs {
  readonly self: string;
  say(news: TabNews): void;
  close(): void;
}

/** Listens to the other tabs of a run. `heard` gets the sender's name. */
export function joinTabs(run: string, heard: (news: TabNews, from: string) => void): Tabs {
  const self = [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');
  const channel = new BroadcastChannel(`portside.run.${run}`);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!Array.isArray(data)) return;
    const [news, from]: unknown[] = data;
    if (typeof from !== 'string' || from === self) return;
    if (news === 'hello' || news === 'here' || news === 'wrote' || news === 'bye') heard(news, from);
  };
  return { self, say: (news) => channel.postMessage([news, self]), close: () => channel.close() };
}
