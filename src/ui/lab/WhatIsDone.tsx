import { useState } from 'react';
import type { LabChoice, LabDraft } from '#session/view/lab.ts';
import type { Host } from '../app/host.ts';
import { LAB } from '../words/lab.ts';
import { moved } from './moved.ts';

interface Props {
  readonly host: Host;
  readonly draft: LabDraft;
  onChange(part: Partial<LabDraft>): void;
}

interface Offer {
  readonly id: string;
  readonly title: string;
  /** `about 10 min`, or that it is the instructor's own. */
  readonly note: string;
}

/** Scenarios in an order, or one exam. */
export function WhatIsDone({ host, draft, onChange }: Props) {
  const [kind, setKind] = useState<LabChoice['kind']>('scenario');
  const { items, packs } = draft;
  const offers: readonly Offer[] = [
    ...packs.map(({ id, title }) => ({ id, title, note: LAB.own })),
    ...host.scenarios
      .filter(({ id }) => !packs.some((pack) => pack.id === id))
      .map(({ id, title, minutes }) => ({ id, title, note: LAB.minutesOf(minutes) })),
  ];
  const choose = (next: LabChoice['kind']): void => {
    setKind(next);
    const [exam] = host.exams;
    onChange({ items: next === 'scenario' || exam === undefined ? [] : [{ kind: 'exam', id: exam.id }] });
  };
  return (
    <fieldset className="lab-set">
      <legend>{LAB.what}</legend>
      <div className="lab-radios">
        {(['scenario', 'exam'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="kind" checked={kind === one} onChange={() => choose(one)} />
            {one === 'scenario' ? LAB.scenarios : LAB.exam}
          </label>
        ))}
      </div>
      {kind === 'exam' && host.exams.length === 0 && <p>{LAB.noExams}</p>}
      {kind === 'exam' && host.exams.length > 0 && (
        <label className="lab-field">
          <span>{LAB.choose}</span>
          <select
            className="select"
            value={items[0]?.id ?? ''}
            onChange={(event) => onChange({ items: [{ kind: 'exam', id: event.target.value }] })}
          >
            {host.exams.map(({ id, title, tasks, minutes }) => (
              <option key={id} value={id}>
                {`${title}: ${LAB.tasks(tasks)}, ${LAB.minutesOf(minutes)}`}
              </option>
            ))}
          </select>
        </label>
      )}
      {kind === 'scenario' && (
        <div className="lab-choosing">
          <Available offers={offers} items={items} onChange={(next) => onChange({ items: next })} />
          <Chosen offers={offers} items={items} onChange={(next) => onChange({ items: next })} />
        </div>
      )}
    </fieldset>
  );
}

interface ListProps {
  readonly offers: readonly Offer[];
  readonly items: readonly LabChoice[];
  onChange(items: readonly LabChoice[]): void;
}

function Available({ offers, items, onChange }: ListProps) {
  const [text, setText] = useState('');
  const shown = offers.filter(({ title }) => title.toLowerCase().includes(text.trim().toLowerCase()));
  const toggle = (id: string, on: boolean): void =>
    onChange(on ? [...items, { kind: 'scenario', id }] : items.filter((item) => item.id !== id));
  return (
    <div className="lab-available">
      <label className="lab-find">
        <span>{LAB.find}</span>
        <input type="search" value={text} autoComplete="off" onChange={(event) => setText(event.target.value)} />
      </label>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <ul aria-label={LAB.available} tabIndex={0}>
        {shown.map(({ id, title, note }) => (
          <li key={id}>
            <label className="lab-offer">
              <input
                type="checkbox"
                checked={items.some((item) => item.id === id)}
                onChange={(event) => toggle(id, event.target.checked)}
              />
              <span>{title}</span> <span className="lab-offer-note">{note}</span>
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Chosen({ offers, items, onChange }: ListProps) {
  return (
    <div className="lab-chosen">
      <h2 id="lab-chosen" className="lab-minor">
        {LAB.chosen}
      </h2>
      {items.length === 0 && <p className="lab-dim">{LAB.nothingChosen}</p>}
      <ol aria-labelledby="lab-chosen">
        {items.map((item, index) => {
          const title = offers.find(({ id }) => id === item.id)?.title ?? item.id;
          return (
            <li key={item.id}>
              <span className="lab-number">{index + 1}</span>
              <span className="lab-chosen-title">{title}</span>
              <button
                type="button"
                className="button"
                aria-label={LAB.up(title)}
                disabled={index === 0}
                onClick={() => onChange(moved(items, index, index - 1))}
              >
                ↑
              </button>
              <button
                type="button"
                className="button"
                aria-label={LAB.down(title)}
                disabled={index === items.length - 1}
                onClick={() => onChange(moved(items, index, index + 1))}
              >
                ↓
              </button>
              <button
                type="button"
                className="button"
                aria-label={LAB.remove(title)}
                onClick={() => onChange(items.filter((one) => one !== item))}
              >
                ×
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
