import { useEffect } from 'react';
import { useSession, useStores } from '../store/bench.tsx';
import { actionsOf } from './actions.ts';
import { asksForTerminal, shortcutOf } from './chord.ts';
import { isMapKeyOn } from './mapKey.ts';
import { MAP_KEY } from './shortcuts.table.ts';
import { isInTerminal, isTyping } from './typing.ts';

/** Listens for the shortcuts as long as the caller stands. An open dialog has the keyboard for itself. */
export function useShortcuts(openMap: () => void): void {
  const session = useSession();
  const { desk } = useStores();
  useEffect(() => {
    const actions = actionsOf(session, desk);
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      if (asksForTerminal(event)) {
        event.preventDefault();
        if (isInTerminal(event.target)) actions.write();
        else desk.getState().askTerminal();
        return;
      }
      const shortcut = shortcutOf(event);
      const action = shortcut === null ? (asksForMap(event) ? openMap : null) : actions[shortcut];
      if (action === null) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [session, desk, openMap]);
}

function asksForMap(event: KeyboardEvent): boolean {
  const bare = !event.ctrlKey && !event.altKey && !event.metaKey;
  return event.key === MAP_KEY && bare && !isTyping(event.target) && isMapKeyOn();
}
