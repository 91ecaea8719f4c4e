import type { Answer } from '#engine/kubelet/exchange.ts';
import type { CellEnd, GridCellView } from '../view/grid.ts';

/** How a request ended, in a state and the text that is shown with it. */
export function cellEnd(answer: Answer | null): CellEnd {
  switch (answer?.kind) {
    case 'refused':
      return CLOSED;
    case 'http': {
      const { status } = answer;
      if (status < 400) return { state: 'allowed', text: String(status) };
      return { state: status === 401 || status === 403 ? 'refused' : 'failed', text: String(status) };
    }
    case 'alert':
      return { state: 'failed', text: 'alert' };
    case 'not-tls':
      return { state: 'failed', text: 'no TLS' };
    default:
      return { state: 'failed', text: 'reset' };
  }
}

const CLOSED: CellEnd = { state: 'closed', text: 'closed' };

const cells = new Map<string, GridCellView>();

/** The cell that goes from one end to another. There are few different ones, and equal ones are the same object. */
export function cellOf(now: CellEnd, after: CellEnd): GridCellView {
  const changes = now.state !== after.state || now.text !== after.text;
  const key = changes ? `${now.state} ${now.text} ${after.state} ${after.text}` : `${now.state} ${now.text}`;
  const known = cells.get(key);
  if (known !== undefined) return known;
  const cell = { state: now.state, text: now.text, after: changes ? after : null };
  cells.set(key, cell);
  return cell;
}
