import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ClockEventView } from '#session/view/clock.ts';
import { ariaKeys, withKeys } from '../keys/chord.ts';
import { useSession } from '../store/bench.tsx';
import { CLOCK } from '../words/clock.ts';

interface Props {
  readonly open: boolean;
  onOpen(): void;
  onClose(): void;
  onSkip(milliseconds: number): void;
}

/** The button that opens the ways to let time pass at once, and these. */
export function ClockMenu({ open, onOpen, onClose, onSkip }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const back = (): void => {
    onClose();
    button.current?.focus();
  };
  return (
    <span className="clock-place">
      <button
        ref={button}
        id="clock-skip"
        type="button"
        className="clock-button"
        title={withKeys(CLOCK.skips, 'skipAhead')}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-keyshortcuts={ariaKeys('skipAhead')}
        onClick={open ? back : onOpen}
      >
        {CLOCK.skip} <span aria-hidden="true">▴</span>
      </button>
      {open && (
        <Menu
          onClose={back}
          onSkip={(milliseconds) => {
            onSkip(milliseconds);
            button.current?.focus();
          }}
        />
      )}
    </span>
  );
}

function Menu({ onClose, onSkip }: Pick<Props, 'onClose' | 'onSkip'>) {
  const { clock } = useSession();
  // What comes next is looked up once: it must not move under the pointer.
  const [next] = useState<readonly ClockEventView[]>(() => clock.next());
  const list = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    itemsOf(list.current)[0]?.focus();
    const onPress = (event: PointerEvent): void => {
      const outside = event.target instanceof Element && event.target.closest('.clock-place') === null;
      if (outside) close.current();
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = itemsOf(list.current);
    const here = all.findIndex((item) => item.matches(':focus'));
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      onClose();
    } else if (to !== undefined) {
      event.preventDefault();
      all.at(to % all.length)?.focus();
    }
  };
  return (
    <div className="clock-menu" role="menu" aria-label={CLOCK.skips} ref={list} onKeyDown={onKeyDown}>
      {CLOCK.spans.map(({ label, milliseconds }) => (
        <button key={label} type="button" role="menuitem" tabIndex={-1} onClick={() => onSkip(milliseconds)}>
          {label}
        </button>
      ))}
      <p className="clock-next" role="presentation">
        {next.length === 0 ? CLOCK.nothing : CLOCK.next}
      </p>
      {next.map(({ label, when, milliseconds }) => (
        <button key={label} type="button" role="menuitem" tabIndex={-1} onClick={() => onSkip(milliseconds)}>
          <span>{label}</span> <span className="clock-when">{when}</span>
        </button>
      ))}
    </div>
  );
}

function itemsOf(list: HTMLElement | null): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}
