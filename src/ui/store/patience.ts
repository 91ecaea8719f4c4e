/** The longest that anything waits, in milliseconds: then it is done whatever goes on. */
const LONGEST = 60;

let held = false;
const waiting = new Set<() => void>();

/** From now on what can wait does: something goes on that somebody is waiting for at the keyboard. */
export function hold(): void {
  held = true;
}

/** What has waited is done once the browser has drawn what it was held back for. */
export function release(): void {
  held = false;
  // A frame that nobody sees may not come; what waits has its own time, too.
  if (waiting.size > 0) window.requestAnimationFrame(() => window.setTimeout(flush, 0));
}

/** Calls `act` now, or after what goes on at the keyboard; once, however often it is asked for meanwhile. */
export function inTurn(act: () => void): void {
  if (!held) {
    waiting.delete(act);
    act();
    return;
  }
  waiting.add(act);
  window.setTimeout(flush, LONGEST);
}

function flush(): void {
  const acts = [...waiting];
  waiting.clear();
  for (const act of acts) act();
}
