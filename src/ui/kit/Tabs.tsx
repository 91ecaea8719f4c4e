import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { neighbour } from './neighbour.ts';
import './Tabs.css';

export interface Tab {
  readonly id: string;
  readonly label: string;
  /** What follows the label: a dot, a sign, with its words for those who cannot see it. */
  readonly after?: ReactNode;
  /** What the tooltip says. */
  readonly title?: string;
  /** Keys that choose it from anywhere, as `aria-keyshortcuts` has them. */
  readonly keys?: string;
}

interface Props {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly selected: string;
  /** The id of the panel that the tabs control. */
  readonly panel: string;
  /** `pointed`: by a pointer, so that the focus may go on into the panel. */
  onSelect(id: string, pointed: boolean): void;
}

/** The tabs pattern: one stop for the Tab key, arrows, Home and End to choose. The panel is the caller's. */
export function Tabs({ label, tabs, selected, panel, onSelect }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const before = useRef(selected);
  useEffect(() => {
    if (before.current === selected) return;
    before.current = selected;
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selected]);
  // Badges come and go with any rendering, and make the strip longer or shorter.
  useEffect(() => {
    if (list.current !== null) tellMore(list.current);
  });
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      keepChosen(element);
      tellMore(element);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = neighbour(
      tabs.map((tab) => tab.id),
      selected,
      event.key,
    );
    if (next === null) return;
    event.preventDefault();
    onSelect(next, false);
    list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next)}"]`)?.focus();
  };
  return (
    <div
      className="tabs"
      role="tablist"
      aria-label={label}
      ref={list}
      onKeyDown={onKeyDown}
      onScroll={(event) => tellMore(event.currentTarget)}
    >
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          className="tab"
          data-tab={tab.id}
          id={tabId(panel, tab.id)}
          aria-selected={tab.id === selected}
          aria-controls={panel}
          tabIndex={tab.id === selected ? 0 : -1}
          title={tab.title ?? (tab.id.startsWith('/') ? tab.id : undefined)}
          aria-keyshortcuts={tab.keys}
          onClick={(event) => onSelect(tab.id, event.detail > 0)}
        >
          {tab.label}
          {tab.after}
        </button>
      ))}
    </div>
  );
}

/** Scrolls the strip, and nothing around it, until the whole of the chosen tab is in sight. */
function keepChosen(strip: HTMLElement): void {
  const chosen = strip.querySelector('[aria-selected="true"]')?.getBoundingClientRect();
  if (chosen === undefined) return;
  const { left, right } = strip.getBoundingClientRect();
  if (chosen.right > right) strip.scrollLeft += chosen.right - right + FADE;
  else if (chosen.left < left) strip.scrollLeft -= left - chosen.left + FADE;
}

/** Pixels at either end in which the strip fades. */
const FADE = 40;

/** Marks the sides on which further tabs lie out of sight: the strip fades there. */
function tellMore(strip: HTMLElement): void {
  const { scrollLeft, scrollWidth, clientWidth } = strip;
  const sides = [...(scrollLeft > 1 ? ['start'] : []), ...(scrollWidth - clientWidth - scrollLeft > 1 ? ['end'] : [])];
  strip.dataset.more = sides.join(' ');
}

/** The id of a tab's button, for the panel's `aria-labelledby`. */
export function tabId(panel: string, id: string): string {
  return `${panel}-tab-${id.replaceAll(/[^\w-]/g, '_')}`;
}
