import { type ReactNode, useState } from 'react';
import type { Session } from '#session/commands.ts';
import type { SessionView } from '#session/view.ts';
import { BenchProvider } from '../store/bench.tsx';
import { stillSession } from './stillSession.ts';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** A family of components. */
export function Specimens({ id, title, children }: SectionProps) {
  return (
    <section className="kit-section" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      <div className="kit-shelf">{children}</div>
    </section>
  );
}

interface Props {
  /** Which state is shown. */
  readonly title: string;
  /** Where the state differs from a session in the middle of its work. */
  readonly view?: Partial<SessionView>;
  readonly session?: Partial<Session>;
  /** As wide as the middle column, instead of a side column. */
  readonly wide?: boolean;
  /** With air around parts that take theirs from where they stand. */
  readonly padded?: boolean;
  /** In pixels, where a component takes all the height that there is. */
  readonly height?: number;
  readonly children: ReactNode;
}

/** One component in one state, on a session that stands still. */
export function Specimen({ title, view = {}, session = {}, wide = false, padded = false, height, children }: Props) {
  const [still] = useState(() => stillSession(view, session));
  return (
    <div className={wide ? 'kit-specimen kit-wide' : 'kit-specimen'}>
      <h3 className="eyebrow">{title}</h3>
      <div
        className={padded ? 'kit-stage kit-padded' : 'kit-stage'}
        style={height === undefined ? undefined : { height }}
      >
        <BenchProvider session={still}>{children}</BenchProvider>
      </div>
    </div>
  );
}
