import type { RequestView, SessionView } from '#session/view.ts';
import { useDesk, useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';
import { EmptyCanal } from './EmptyCanal.tsx';
import { Picture } from './Picture.tsx';
import { Ports } from './Ports.tsx';
import { Settings } from './Settings.tsx';
import './Kubelet.css';

/** What the kubelet makes of it: its doors, the way of a request, the answer and its reason, what is in effect. */
export function Kubelet() {
  const node = useView((view) => view.node.name);
  const chosen = useDesk((desk) => desk.request);
  const compared = useDesk((desk) => desk.compared);
  const request = useView((view) => shown(view.requests, chosen));
  const kept = useView((view) => sent(view.requests).find((one) => one.number === compared) ?? null);
  return (
    <div className="kubelet">
      <h2 className="eyebrow kubelet-title">{WORDS.kubeletOn(node)}</h2>
      <Ports request={request} />
      {request === null ? (
        <EmptyCanal />
      ) : (
        <Picture request={request} kept={kept?.number === request.number ? null : kept} />
      )}
      <Settings />
    </div>
  );
}

function sent(requests: SessionView['requests']): readonly RequestView[] {
  return requests.filter((request): request is RequestView => 'stages' in request);
}

/** The request in the picture: the chosen one, else the latest that was sent. */
function shown(requests: SessionView['requests'], chosen: number | null): RequestView | null {
  const all = sent(requests);
  return all.find((request) => request.number === chosen) ?? all.at(-1) ?? null;
}
