import { hashOf } from '../app/route.ts';
import { HOME } from '../words/home.ts';

const PARTS = ['path', 'scenarios', 'exams', 'class', 'sandbox'] as const;

/** Jumps to the parts of home, and the way to the glossary. */
export function PartLinks() {
  return (
    <nav className="part-links" aria-label={HOME.parts}>
      {PARTS.map((part) => (
        <a key={part} href={`#${part}`}>
          {HOME[part]}
        </a>
      ))}
      <a href={hashOf({ kind: 'glossary' })}>{HOME.glossary}</a>
    </nav>
  );
}
