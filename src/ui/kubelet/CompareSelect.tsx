import { useDesk, useView } from '../store/bench.tsx';
import { PICTURE } from '../words/picture.ts';

interface Props {
  readonly shown: number;
  readonly kept: number | null;
}

/** Chooses a request to lay beside the one in the picture. Nothing to see until there are two. */
export function CompareSelect({ shown, kept }: Props) {
  const requests = useView((view) => view.requests);
  const compare = useDesk((desk) => desk.compare);
  const others = requests.flatMap((one) => ('stages' in one && one.number !== shown ? [one] : []));
  if (others.length === 0) return null;
  return (
    <label className="compare-select">
      {PICTURE.compareWith}{' '}
      <select
        className="select"
        value={kept ?? ''}
        onChange={(event) => compare(event.target.value === '' ? null : Number(event.target.value))}
      >
        <option value="">{PICTURE.compareNothing}</option>
        {others.map(({ number, headline, line }) => (
          <option key={number} value={number}>
            {PICTURE.compareOption(number, headline, line)}
          </option>
        ))}
      </select>
    </label>
  );
}
