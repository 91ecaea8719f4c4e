import { useEffect } from 'react';
import { ariaKeys, shownKeys, withKeys } from '../keys/chord.ts';
import { useCommands, useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';
import './Strip.css';

/** On disk, loaded by systemd, running: three things that are not the same, and the two commands that make them so. */
export function Strip() {
  const strip = useView((view) => view.strip);
  const commands = useCommands();
  const owes = (what: 'daemon-reload' | 'restart'): boolean => strip.owed.includes(what);
  const waits = strip.restartInSeconds;
  const counting = waits !== null;
  useEffect(() => {
    if (!counting) return;
    const timer = window.setInterval(() => commands.tick(), 1000);
    return () => window.clearInterval(timer);
  }, [counting, commands]);
  return (
    <section className="strip" aria-label={WORDS.strip}>
      <dl className="strip-states">
        <Fact name={WORDS.disk} text={strip.disk.text} />
        <Compare differs={strip.loaded.differsFromDisk} />
        <Fact name={WORDS.loaded} text={strip.loaded.text} />
        <Compare differs={strip.running.differsFromLoaded} />
        <Fact name={WORDS.running} text={strip.running.text} bad={strip.state === 'failed'} />
      </dl>
      {strip.versions !== null && <p className="strip-versions">{strip.versions}</p>}
      {waits !== null && (
        <p className="strip-wait">
          {WORDS.startsAgain(waits)}
          <button type="button" className="button" onClick={() => commands.advance(Math.max(1, waits) * 1000)}>
            {WORDS.wait}
          </button>
        </p>
      )}
      <div className="strip-actions">
        <Command
          keys="daemonReload"
          owed={owes('daemon-reload')}
          words={WORDS.daemonReload}
          run={() => commands.daemonReload()}
        />
        {strip.state === 'stopped' || strip.state === 'failed' ? (
          <Command owed={false} words={WORDS.start} name={WORDS.startKubelet} run={() => commands.start()} />
        ) : (
          <Command owed={false} words={WORDS.stop} name={WORDS.stopKubelet} run={() => commands.stop()} />
        )}
        <Command keys="restart" owed={owes('restart')} words={WORDS.restart} run={() => commands.restart()} />
      </div>
    </section>
  );
}

function Fact({ name, text, bad = false }: { readonly name: string; readonly text: string; readonly bad?: boolean }) {
  return (
    <div className="strip-fact">
      <dt>{name}</dt>
      <dd className={bad ? 'strip-bad' : undefined}>{text}</dd>
    </div>
  );
}

/** The sign between two facts; its words belong to the fact that follows. */
function Compare({ differs }: { readonly differs: boolean }) {
  return (
    <div className={differs ? 'strip-compare strip-differs' : 'strip-compare'}>
      <dt className="sr-only">{differs ? WORDS.different : WORDS.same}</dt>
      <dd aria-hidden="true">{differs ? '≠' : '='}</dd>
    </div>
  );
}

interface CommandProps {
  readonly owed: boolean;
  readonly words: string;
  /** The whole name, where the words are short. */
  readonly name?: string;
  readonly keys?: 'daemonReload' | 'restart';
  run(): void;
}

function Command({ owed, words, name, keys, run }: CommandProps) {
  const owedTitle = owed ? WORDS.owed : undefined;
  return (
    <button
      type="button"
      className={owed ? 'button button-owed' : 'button'}
      aria-label={name}
      title={keys === undefined ? owedTitle : owed ? withKeys(WORDS.owed, keys) : shownKeys(keys)}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
      onClick={run}
    >
      {words}
    </button>
  );
}
