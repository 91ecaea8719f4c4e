import type { Answer } from '#engine/kubelet/exchange.ts';
import { remembering } from '#engine/pki/memo.ts';
import type { CellEnd, GridCellView } from '../view/grid.ts';

/** How a request ended, in a state and the text that is shown with it. Equal ends are the same object. */
export function cellEnd(answer: Answer | null): CellEnd {
  switch (answer?.kind) {
    case 'refused':
      return ENDS.refused;
    case 'http':
      return statusEnd(answer.status);
    case 'alert':
      return ENDS.alert;
    case 'not-tls':
      return ENDS.notTls;
    default:
      return ENDS.reset;
  }
}

const ENDS = {
  refused: { state: 'closed', text: 'closed' },
  alert: { state: 'failed', text: 'alert' },
  notTls: { state: 'failed', text: 'no TLS' },
  reset: { state: 'failed', text: 'reset' },
} as const;

const statusEnd: (status: number) => CellEnd = remembering(64, (status) => ({
  state: status < 400 ? 'allowed' : status === 401 || status === 403 ? 'refused' : 'failed',
  text: String(status),
}));

/** The cell of a request that is answered so now, and so after a restart. */
export function cellBetween(now: Answer | null, after: Answer | null): GridCellView {
  return cellOf(cellEnd(now), cellEnd(after));
}

/** The cell that goes from one end to another. There are few different ones, and equal ones are the same object. */
export function cellOf(now: CellEnd, after: CellEnd): GridCellView {
  return cellFrom(now)(after);
}

const cellFrom: (now: CellEnd) => (after: CellEnd) => GridCellView = remembering(64, (now) =>
  remembering(64, (after: CellEnd) => {
    const same = now.state === after.state && now.text === after.text;
    return { state: now.state, text: now.text, after: same ? null : after };
  }),
);
