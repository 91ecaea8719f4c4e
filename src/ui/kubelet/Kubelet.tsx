import type { RequestView, SessionView } from '#session/view.ts';
import { useDesk, useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';
import { Pipeline } from './Pipeline.tsx';
import { Ports } from './Ports.tsx';
import { Settings } from './Settings.tsx';
import { Verdict } from './Verdict.tsx';
import './Kubelet.css';

/** What the kubelet makes of it: its doors, the way of a request, the answer and its reason, what is in effect. */
export function Kubelet() {
  const node = useView((view) => view.node.name);
  const chosen = useDesk((desk) => desk.request);
  const request = useView((view) => shown(view.requests, chosen));
  return (
    <div className="kubelet">
      <h2 className="eyebrow kubelet-title">{WORDS.kubeletOn(node)}</h2>
      <Ports />
      <Pipeline request={request} />
      {request !== null && <Verdict request={request} />}
      <Settings />
    </div>
  );
}

/** The request in the picture: the chosen one, else the latest that was sent. */
function shown(requests: SessionView['requests'], chosen: number | null): RequestView | null {
  const sent = requests.filter((request): request is RequestView => 'stages' in request);
  return sent.find((request) => request.number === chosen) ?? sent.at(-1) ?? null;
}
