import type { PortView, RequestView } from '#session/view.ts';
import { Inline } from '../kit/Inline.tsx';
import { useView } from '../store/bench.tsx';
import { PICTURE } from '../words/picture.ts';
import { WORDS } from '../words.ts';
import './Ports.css';

/** The three doors, open or closed, and which of them the request in the picture came to. */
export function Ports({ request }: { readonly request: RequestView | null }) {
  const ports = useView((view) => view.ports);
  const node = useView((view) => view.node.name);
  const here = request?.server === 'kubelet' && request.node === node ? request : null;
  return (
    <section aria-label={WORDS.ports}>
      <ul className="ports">
        {ports.map((port) => (
          <Door key={port.role} port={port} by={here?.port === port.port ? here.number : null} />
        ))}
      </ul>
    </section>
  );
}

/** `by` is the number of the request that came to this door. */
function Door({ port, by }: { readonly port: PortView; readonly by: number | null }) {
  const state = port.open ? WORDS.open : WORDS.closed;
  return (
    <li className={`door${port.open ? ' door-open' : ''}${by === null ? '' : ' door-used'}`}>
      <DoorLeaves open={port.open} />
      <p className="door-head">
        <span className="door-number">{port.port}</span> <span className="door-state">{state}</span>
        {by !== null && <span className="sr-only">{PICTURE.cameHere(by)}</span>}
      </p>
      <div className="door-words">
        {port.words
          .filter((words) => words !== state)
          .map((words) => (
            <p key={words}>
              <Inline text={words} />
            </p>
          ))}
      </div>
    </li>
  );
}

/** Two leaves in a frame: folded back with light between them, or shut with a bar across. */
function DoorLeaves({ open }: { readonly open: boolean }) {
  return (
    <svg className="door-leaves" viewBox="0 0 24 30" width="24" height="30" aria-hidden="true" focusable="false">
      {open ? (
        <>
          <path className="door-light" d="M3 2h18v26H3z" />
          <path className="door-leaf" d="M3 2l5 3.5v20L3 28zM21 2l-5 3.5v20l5 2.5z" />
        </>
      ) : (
        <>
          <path className="door-leaf" d="M3 2h9v26H3zM12 2h9v26h-9z" />
          <path className="door-bar" d="M5.5 15h13" />
        </>
      )}
      <path className="door-frame" d="M3 28V2h18v26M1 28h22" />
    </svg>
  );
}
