import { useEffect, useState } from 'react';
import type { LogHopView, LogsView } from '#session/view/logs.ts';
import { Sign, type SignKind } from '../kit/Sign.tsx';
import { Causes } from '../kubelet/Causes.tsx';
import { useSession, useView } from '../store/bench.tsx';
import { LOGS } from '../words/logs.ts';
import './Logs.css';

const SIGNS: Readonly<Record<LogHopView['standing'], SignKind>> = {
  passed: 'passed',
  broken: 'refused',
  'not-reached': 'not-reached',
};

/** Every hop from kubectl to a container's log, asked anew whenever the world changes. */
export function Logs() {
  const session = useSession();
  const [target, setTarget] = useState<string | null>(null);
  const logs = useLogs(target);
  if (logs === null) return <p className="frame-note">{LOGS.asking}</p>;
  if (logs.target === null) return <p className="frame-note">{logs.verdict}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a stretch that scrolls must be reachable by keyboard.
    <section className="logs" aria-label={LOGS.title} tabIndex={0} key={session.view().scenario.id}>
      <header className="logs-head">
        <h3 className="eyebrow">{LOGS.title}</h3>
        <label className="logs-target">
          {LOGS.target}{' '}
          <select className="select" value={logs.target} onChange={(event) => setTarget(event.target.value)}>
            {logs.targets.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </header>
      <p className={logs.works ? 'logs-verdict logs-works' : 'logs-verdict logs-broken'} aria-live="polite">
        <Sign kind={logs.works ? 'passed' : 'refused'} />
        <span>
          <strong>{logs.works ? LOGS.works : LOGS.broken}.</strong> {logs.verdict}
        </span>
      </p>
      <ol className="logs-way" aria-label={LOGS.way}>
        {logs.hops.map((hop) => (
          <Hop key={hop.id} hop={hop} />
        ))}
      </ol>
      {logs.next !== '' && <p className="logs-next">{logs.next}</p>}
      <Printed logs={logs} />
      <p className="logs-note">{LOGS.note}</p>
    </section>
  );
}

function Hop({ hop: { title, standing, sentence, causes } }: { readonly hop: LogHopView }) {
  return (
    <li className={`logs-hop logs-hop-${standing}`}>
      <Sign kind={SIGNS[standing]} word={LOGS.standings[standing]} />
      <div>
        <h4>{title}</h4>
        <p>{sentence}</p>
        <Causes causes={causes} />
      </div>
    </li>
  );
}

function Printed({ logs: { line, printed } }: { readonly logs: LogsView }) {
  return (
    <section aria-label={LOGS.prints}>
      <p className="logs-line">
        <span aria-hidden="true"># </span>
        {line}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a stretch that scrolls must be reachable by keyboard. */}
      <pre tabIndex={0}>{printed === '' ? LOGS.silent : printed}</pre>
    </section>
  );
}

/** What became of the log in the world as it now is; the earlier answer stands until the next has come. */
function useLogs(target: string | null): LogsView | null {
  const session = useSession();
  const [logs, setLogs] = useState<LogsView | null>(null);
  // Whatever is done ends in another view; the look itself is none.
  const view = useView((now) => now);
  useEffect(() => {
    let wanted = true;
    void view;
    session.logs.look(target).then((seen) => {
      if (wanted) setLogs(seen);
    });
    return () => {
      wanted = false;
    };
  }, [session, target, view]);
  return logs;
}
