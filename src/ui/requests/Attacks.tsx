import { CommandLine } from '../kit/CommandLine.tsx';
import { useSession, useView } from '../store/bench.tsx';
import { REQUESTS as WORDS } from '../words/requests.ts';
import { WORDS as COMMON } from '../words.ts';
import { Ready } from './Ready.tsx';
import './Attacks.css';

interface Props {
  onAsk(line: string): void;
  onLine(line: string): void;
}

/** The scenario's own requests, then the collection of ready attacks: what each gets, what it needs, what a hardened node answers, and its line. */
export function Attacks({ onAsk, onLine }: Props) {
  const session = useSession();
  // Pods and credentials follow the node.
  useView((view) => view);
  const groups = session.requests.attacks().map(({ title, attacks }) => (
    <section key={title} className="attacks" aria-label={title}>
      <h3 className="eyebrow">{title}</h3>
      <ul>
        {attacks.map((attack) => (
          <li key={attack.id} className="attack">
            <h4>{attack.title}</h4>
            <span className="attack-actions">
              <button
                type="button"
                className="link"
                aria-label={WORDS.intoLineOf(attack.title)}
                onClick={() => onLine(attack.line)}
              >
                {WORDS.intoLine}
              </button>
              <button
                type="button"
                className="link"
                aria-label={WORDS.askAttack(attack.title)}
                onClick={() => onAsk(attack.line)}
              >
                {COMMON.ask}
              </button>
            </span>
            <p className="attack-says">{attack.says}</p>
            <code className="attack-line">
              <CommandLine line={attack.line} />
            </code>
            <dl>
              <dt>{WORDS.needs}</dt>
              <dd>{attack.needs}</dd>
              <dt>{WORDS.hardened}</dt>
              <dd>{WORDS.hardenedAnswer(attack.hardened.answer, attack.hardened.why)}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  ));
  return (
    <>
      <section className="attacks">
        <h3 className="eyebrow">{WORDS.scenario}</h3>
        <Ready onAsk={onAsk} />
      </section>
      {groups}
    </>
  );
}
