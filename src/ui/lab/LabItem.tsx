import type { SessionLab } from '#session/view/lab.ts';
import { Masthead } from '../app/Masthead.tsx';
import { Opening } from '../app/Opening.tsx';
import { LAB } from '../words/lab.ts';
import { Countdown } from './Countdown.tsx';
import { hashOfLab } from './place.ts';
import { useLab, useSpending } from './useLab.ts';
import './LabItem.css';

/** An item of a lab: the workbench, and over it where one is in the lab and what time is left. */
export function LabItem({ lab, number }: { readonly lab: SessionLab; readonly number: number }) {
  const view = useLab(lab);
  useSpending(lab, number);
  const { digest, items, phase } = view;
  const item = items[number - 1];
  return (
    <div className="lab-item">
      <nav className="lab-bar" aria-label={LAB.bar}>
        <a className="link" href={hashOfLab(digest)}>
          {LAB.back}
        </a>
        <span className="lab-bar-title">{view.title}</span>
        <span>{LAB.item(number, items.length)}</span>
        {number > 1 && (
          <a className="link" href={hashOfLab(digest, number - 1)}>
            {LAB.previous}
          </a>
        )}
        {number < items.length && (
          <a className="link" href={hashOfLab(digest, number + 1)}>
            {LAB.next}
          </a>
        )}
        {phase === 'running' && <Countdown view={view} />}
      </nav>
      {phase === 'running' ? (
        <Opening title={item?.title ?? null} load={() => lab.session(number)} />
      ) : (
        <div className="lab-closed">
          <Masthead />
          <main className="frame-note" role="status">
            {phase === 'over' ? LAB.over : LAB.notBegun}{' '}
            <a className="link" href={hashOfLab(digest)} ref={takeFocus}>
              {LAB.back}
            </a>
          </main>
        </div>
      )}
    </div>
  );
}

/** When the time is over the workbench goes, and the focus with it. */
function takeFocus(link: HTMLAnchorElement | null): void {
  if (document.activeElement === document.body) link?.focus();
}
