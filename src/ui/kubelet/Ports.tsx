import type { PortView } from '#session/view.ts';
import { useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';

/** The three doors, open or closed. */
export function Ports() {
  const ports = useView((view) => view.ports);
  return (
    <section aria-label={WORDS.ports}>
      <ul className="ports">
        {ports.map((port) => (
          <Door key={port.role} port={port} />
        ))}
      </ul>
    </section>
  );
}

function Door({ port }: { readonly port: PortView }) {
  const state = port.open ? WORDS.open : WORDS.closed;
  return (
    <li className={port.open ? 'door door-open' : 'door'}>
      <p className="door-number">{port.port}</p>
      <p className="door-state">{state}</p>
      {port.words
        .filter((words) => words !== state)
        .map((words) => (
          <p key={words} className="door-words">
            {words}
          </p>
        ))}
    </li>
  );
}
