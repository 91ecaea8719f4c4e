import { useState } from 'react';
import { Modal } from '../kit/Modal.tsx';
import { useLowerTabs } from '../store/useLowerTabs.ts';
import { KEYS } from '../words/keys.ts';
import { WORDS } from '../words.ts';
import { shownKeys } from './chord.ts';
import { isMapKeyOn, turnMapKey } from './mapKey.ts';
import { GROUPS, MAP_KEY, PICTURE_KEYS, type ShortcutId, TERMINAL_KEYS } from './shortcuts.table.ts';
import './KeyMap.css';

interface Row {
  readonly keys: string;
  readonly does: string;
}

interface Props {
  onClose(): void;
  /** Null where there is no tour. */
  readonly onTour: (() => void) | null;
}

/** Every shortcut of the page, from the tables that the handlers go by; the way back to the tour. */
export function KeyMap({ onClose, onTour }: Props) {
  const [mapKey, setMapKey] = useState(isMapKeyOn);
  const panels = useLowerTabs();
  return (
    <Modal title={KEYS.title} wide onClose={onClose}>
      {/* A region that scrolls must be reachable by keyboard, and a dialog that opens stands at its top. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above. */}
      <section className="key-map" tabIndex={0} aria-label={KEYS.list}>
        <Group title={KEYS.groups.work} rows={[...rowsOf(GROUPS.work), { keys: MAP_KEY, does: KEYS.map }]} />
        <Group title={KEYS.groups.go} rows={[...rowsOf(GROUPS.go), { keys: TERMINAL_KEYS, does: KEYS.toTerminal }]} />
        <Group title={KEYS.groups.panels} rows={rowsOf(panels)} />
        <Group title={KEYS.picture} rows={Object.values(PICTURE_KEYS).map((does) => KEYS.pictureKeys[does])} />
        {KEYS.places.map(({ title, rows }) => (
          <Group key={title} title={title} rows={rows} />
        ))}
      </section>
      <p className="key-map-note">{KEYS.note}</p>
      <form method="dialog" className="modal-actions key-map-foot">
        <label>
          <input
            type="checkbox"
            checked={mapKey}
            onChange={(event) => {
              setMapKey(event.target.checked);
              turnMapKey(event.target.checked);
            }}
          />
          {KEYS.mapKey(MAP_KEY)}
        </label>
        {onTour !== null && (
          <button type="button" className="button" onClick={onTour}>
            {KEYS.tourAgain}
          </button>
        )}
        <button type="submit" className="button">
          {WORDS.close}
        </button>
      </form>
    </Modal>
  );
}

function rowsOf(shortcuts: readonly ShortcutId[]): readonly Row[] {
  return shortcuts.map((id) => ({ keys: shownKeys(id), does: KEYS.shortcuts[id] }));
}

function Group({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  return (
    <section className="key-group" aria-label={title}>
      <h3 className="eyebrow">{title}</h3>
      <dl>
        {rows.map(({ keys, does }) => (
          <div key={`${keys} ${does}`}>
            <dt>{does}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
