import { useState } from 'react';
import { WORDS } from '../words.ts';
import { opening } from './opening.ts';

interface Props {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** What curl printed: errors first, as they come on a terminal, long bodies folded. */
export function Output({ stdout, stderr, exitCode }: Props) {
  const [whole, setWhole] = useState(false);
  const cut = opening(stdout);
  return (
    <div className="output">
      {stderr !== '' && <pre className="output-errors">{stderr.trimEnd()}</pre>}
      {stdout !== '' && <pre>{whole ? stdout.trimEnd() : cut.text}</pre>}
      {stdout === '' && stderr === '' && <p className="output-aside">{WORDS.noOutput}</p>}
      {cut.lines > 0 && (
        <button type="button" className="link" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? WORDS.showLess : WORDS.showAll(cut.lines, stdout.trimEnd().length)}
        </button>
      )}
      {exitCode !== 0 && <p className="output-aside">{WORDS.exitCode(exitCode)}</p>}
    </div>
  );
}
