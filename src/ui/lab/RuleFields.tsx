import { useId } from 'react';
import type { LabDraft, LabRules } from '#session/view/lab.ts';
import { LAB } from '../words/lab.ts';

interface Props {
  readonly draft: LabDraft;
  /** A seed by chance; null until the browser's part is there. */
  readonly draw: (() => number) | null;
  onChange(part: Partial<LabDraft>): void;
}

const RULES: readonly (keyof LabRules)[] = ['hints', 'diagnosis', 'checks', 'solutions', 'sandbox'];

/** Seed, time, and what learners have beside the node. */
export function RuleFields({ draft, draw, onChange }: Props) {
  const id = useId();
  const { allowed, seed, minutes, packs, leaveOut } = draft;
  // Without checks the page cannot judge, whatever is allowed.
  const unjudged = packs.length > 0 && leaveOut === 'checks';
  return (
    <>
      <div className="lab-numbers">
        <div className="lab-field">
          <label htmlFor={`${id}-seed`}>{LAB.seed}</label>
          <span className="lab-inline">
            <input
              id={`${id}-seed`}
              inputMode="numeric"
              autoComplete="off"
              value={seed ?? ''}
              aria-describedby={`${id}-seed-note`}
              onChange={(event) => onChange({ seed: wholeNumber(event.target.value, 9) })}
            />
            <button
              type="button"
              className="button"
              disabled={draw === null}
              onClick={() => draw !== null && onChange({ seed: draw() })}
            >
              {LAB.draw}
            </button>
          </span>
          <span id={`${id}-seed-note`} className="lab-dim">
            {LAB.seedFormNote}
          </span>
        </div>
        <div className="lab-field">
          <label htmlFor={`${id}-minutes`}>{LAB.minutes}</label>
          <input
            id={`${id}-minutes`}
            inputMode="numeric"
            autoComplete="off"
            value={minutes ?? ''}
            aria-describedby={`${id}-minutes-note`}
            onChange={(event) => onChange({ minutes: wholeNumber(event.target.value, 3) })}
          />
          <span id={`${id}-minutes-note`} className="lab-dim">
            {LAB.minutesNote}
          </span>
        </div>
      </div>
      <fieldset className="lab-set">
        <legend>{LAB.rulesHeading}</legend>
        <div className="lab-checks">
          {RULES.map((rule) => {
            const off = unjudged && (rule === 'checks' || rule === 'solutions');
            return (
              <label key={rule}>
                <input
                  type="checkbox"
                  checked={allowed[rule] && !off}
                  disabled={off}
                  onChange={(event) => onChange({ allowed: { ...allowed, [rule]: event.target.checked } })}
                />
                {LAB.allowances[rule]}
              </label>
            );
          })}
        </div>
      </fieldset>
    </>
  );
}

/** The digits of a text as a number; null for none. */
function wholeNumber(text: string, most: number): number | null {
  const digits = text.replaceAll(/\D/g, '').slice(0, most);
  return digits === '' ? null : Number(digits);
}
