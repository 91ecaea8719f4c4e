import { useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';

/** The requests that the scenario laid ready. */
export function Ready({ onAsk }: { onAsk(line: string): void }) {
  const ready = useView((now) => now.readyRequests);
  return (
    <ul className="ready" aria-label={WORDS.readyRequests}>
      {ready.map((request) => (
        <li key={request.line}>
          <button type="button" className="button" title={request.line} onClick={() => onAsk(request.line)}>
            {request.label}
          </button>
        </li>
      ))}
    </ul>
  );
}
