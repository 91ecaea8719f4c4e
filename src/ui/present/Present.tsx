import type { ReactNode } from 'react';
import type { RequestView } from '#session/view.ts';
import { useDesk, useSession, useView } from '../store/bench.tsx';
import { PRESENT } from '../words/present.ts';
import { Lines } from './Lines.tsx';
import { presentedLines } from './lines.ts';
import { PresentedPicture } from './PresentedPicture.tsx';
import { PresentedStory } from './PresentedStory.tsx';
import { PANELS, type Panel } from './panels.ts';
import { type Presentation, usePresentation } from './usePresentation.ts';
import './Present.css';

/** A recorded run for a room: large type, one panel at a time, forward and back by keys, with the notes beside its steps. */
export function Present() {
  const session = useSession();
  const end = useDesk((desk) => desk.present);
  const title = useView((view) => view.scenario.title);
  const clock = useView((view) => view.node.clock);
  const show = usePresentation(
    (panel, file) => countOf(panel, session.view(), file),
    () => end(false),
  );
  const { at, steps, note } = session.archive.timeline();
  const step = steps[at - 1];
  const said = at === 0 ? note : (step?.note ?? '');
  return (
    <div className="present">
      <header className="present-head">
        <h1>{title}</h1>
        <nav aria-label={PRESENT.panelList}>
          {PANELS.map((panel, index) => (
            <button
              key={panel}
              type="button"
              className="present-tab"
              aria-current={panel === show.panel ? 'true' : undefined}
              onClick={() => show.do({ kind: 'panel', panel })}
            >
              <kbd>{index + 1}</kbd> {PRESENT.panels[panel]}
            </button>
          ))}
        </nav>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a stretch that scrolls must be reachable by keyboard. */}
      <main className="present-main" aria-label={PRESENT.panels[show.panel]} tabIndex={0}>
        <PanelBody show={show} />
      </main>
      <footer className="present-foot">
        <div role="status" className="present-step">
          <p>
            <span className="present-count">
              {PRESENT.step(at, steps.length)} · {clock}
            </span>{' '}
            <span className={`present-title present-${step?.kind ?? 'begin'}`}>{step?.title ?? PRESENT.begin}</span>
          </p>
          {steps.length === 0 && <p>{PRESENT.noSteps}</p>}
          {step?.consequences.map((words) => (
            <p key={words}>↳ {words}</p>
          ))}
          {said !== '' && <p className="present-note">{said}</p>}
        </div>
        <div className="present-actions">
          <Action words={PRESENT.previous} off={at === 0} onDo={() => show.do({ kind: 'walk', to: 'previous' })} />
          <Action words={PRESENT.next} off={at >= steps.length} onDo={() => show.do({ kind: 'walk', to: 'next' })} />
          <Action words={PRESENT.leave} off={false} onDo={() => show.do({ kind: 'leave' })} />
        </div>
        <p className="present-keys">{PRESENT.keys}</p>
      </footer>
    </div>
  );
}

interface ActionProps {
  readonly words: string;
  readonly off: boolean;
  onDo(): void;
}

function Action({ words, off, onDo }: ActionProps) {
  return (
    <button type="button" className="button" disabled={off} onClick={onDo}>
      {words}
    </button>
  );
}

function PanelBody({ show }: { readonly show: Presentation }): ReactNode {
  const view = useView((now) => now);
  switch (show.panel) {
    case 'story':
      return <PresentedStory pointer={show.pointer} />;
    case 'file': {
      if (show.file === null) return <p>{PRESENT.noFile}</p>;
      const { view: file, before } = show.file;
      return (
        <>
          <h2 className="present-path">{file.path}</h2>
          <Lines label={file.path} numbered lines={presentedLines(before, file.text)} pointer={show.pointer} />
        </>
      );
    }
    case 'picture': {
      const request = latestRequest(view.requests);
      if (request === null) return <p>{PRESENT.noRequest}</p>;
      return <PresentedPicture request={request} pointer={show.pointer} onPoint={show.point} />;
    }
    case 'configuration':
      return <Lines label={PRESENT.panels.configuration} lines={settingLines(view.settings)} pointer={show.pointer} />;
    case 'journal':
      return <Lines label={PRESENT.panels.journal} lines={journalLines(view.journal)} pointer={show.pointer} />;
  }
}

type View = ReturnType<ReturnType<typeof useSession>['view']>;

/** So many of the newest lines of the journal fit on a screen. */
const NEWEST = 14;

const same = (text: string) => ({ kind: 'same', text }) as const;
const settingLines = (settings: View['settings']) =>
  settings.map(({ path, value, source }) => same(`${path} = ${value}   (${source})`));
const journalLines = (journal: View['journal']) =>
  journal.slice(-NEWEST).map(({ time, who, text }) => same(`${time} ${who} ${text}`));

function latestRequest(requests: View['requests']): RequestView | null {
  return requests.findLast((request): request is RequestView => 'stages' in request) ?? null;
}

/** How many things of a panel can be pointed at. */
function countOf(panel: Panel, view: View, file: Presentation['file']): number {
  switch (panel) {
    case 'story':
      return view.tasks.length;
    case 'file':
      return file === null ? 0 : presentedLines(file.before, file.view.text).length;
    case 'picture':
      return latestRequest(view.requests)?.stages.length ?? 0;
    case 'configuration':
      return view.settings.length;
    case 'journal':
      return Math.min(NEWEST, view.journal.length);
  }
}
