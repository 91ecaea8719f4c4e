import { useId, useState } from 'react';
import { Modal } from '../kit/Modal.tsx';
import { useCommands, useSession, useView } from '../store/bench.tsx';
import { VERSION } from '../words/version.ts';
import { WORDS } from '../words.ts';
import { VersionChanges } from './VersionChanges.tsx';
import './Version.css';

/** Which version is installed and which runs, the choice of another, and what it changes before it is done. */
export function VersionDialog({ onClose }: { readonly onClose: () => void }) {
  const { versions } = useSession();
  const commands = useCommands();
  const { name, version, running } = useView((view) => view.node);
  // What the learner knows when they come is what the changes are told against, whatever they install meanwhile.
  const [from] = useState(running ?? version);
  const [chosen, setChosen] = useState(version);
  const group = useId();
  const choices = versions.choices();
  const installs = chosen !== version;
  return (
    <Modal title={VERSION.title(name)} wide onClose={onClose}>
      <p role="status">{VERSION.standing(version, running)}</p>
      <p className="version-only">{VERSION.only(choices[0]?.version ?? version)}</p>
      <fieldset className="version-choices">
        <legend className="eyebrow">{VERSION.choices}</legend>
        {choices.map((choice) => (
          <label key={choice.version} className="version-choice">
            <input
              type="radio"
              name={group}
              value={choice.version}
              checked={choice.version === chosen}
              onChange={() => setChosen(choice.version)}
            />
            <span className="version-name">{choice.version}</span>
            <span className="version-note">{choice.note}</span>
            <span className="version-state">{stateOf(choice.version, version, running)}</span>
          </label>
        ))}
      </fieldset>
      <VersionChanges from={from} to={chosen} />
      <div className="modal-actions">
        <button type="button" className="button" onClick={onClose}>
          {WORDS.close}
        </button>
        {running !== null && running !== version && !installs && (
          <button
            type="button"
            className="button button-owed"
            onClick={() => {
              commands.restart();
              onClose();
            }}
          >
            {VERSION.restart}
          </button>
        )}
        <button
          type="button"
          className={installs ? 'button button-owed' : 'button'}
          aria-disabled={!installs}
          onClick={() => installs && commands.switchVersion(chosen)}
        >
          {VERSION.install(chosen)}
        </button>
      </div>
    </Modal>
  );
}

function stateOf(version: string, installed: string, running: string | null): string {
  if (version === installed) return version === running ? VERSION.states.both : VERSION.states.installed;
  return version === running ? VERSION.states.running : VERSION.states.none;
}
