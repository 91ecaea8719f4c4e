import { REQUESTS } from '../words/requests.ts';

export type Fold = 'form' | 'attacks';

const FOLDS: readonly Fold[] = ['form', 'attacks'];

interface Props {
  readonly open: Fold | null;
  /** The id of what folds out. */
  readonly panel: string;
  /** Whether ready attacks may be had. */
  readonly attacks: boolean;
  onFold(next: Fold | null): void;
}

/** What can be folded out under the line; one at a time. */
export function Folds({ open, panel, attacks, onFold }: Props) {
  return (
    <fieldset className="folds">
      <legend className="sr-only">{REQUESTS.folds}</legend>
      {FOLDS.filter((fold) => attacks || fold !== 'attacks').map((fold) => (
        <button
          key={fold}
          type="button"
          className="fold"
          aria-expanded={open === fold}
          aria-controls={open === fold ? panel : undefined}
          onClick={() => onFold(open === fold ? null : fold)}
        >
          <span aria-hidden="true">{open === fold ? '▾ ' : '▸ '}</span>
          {REQUESTS[fold]}
        </button>
      ))}
    </fieldset>
  );
}
