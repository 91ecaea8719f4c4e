import { useRef, useState } from 'react';
import type { LabDraft, Labs, LeaveOut, OwnPack, OwnPackProblem } from '#session/view/lab.ts';
import { LAB } from '../words/lab.ts';

interface Props {
  readonly labs: Labs;
  readonly draft: LabDraft;
  onChange(part: Partial<LabDraft>): void;
}

/** A pack is a text of some kilobytes; a larger file is not read, in bytes. */
const LARGEST = 200_000;
const LEAVES: readonly LeaveOut[] = ['nothing', 'solutions', 'checks'];

/** The instructor's own scenarios: dropped or chosen, read, and what learners get of them. */
export function OwnPacks({ labs, draft, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<readonly OwnPackProblem[]>([]);
  const { packs, items, leaveOut } = draft;
  const take = async (files: readonly File[]): Promise<void> => {
    const wrong: OwnPackProblem[] = [];
    const taken: OwnPack[] = [];
    for (const file of files) {
      if (file.size > LARGEST) {
        wrong.push({ file: file.name, line: 1, ...LAB.ownTooLarge });
        continue;
      }
      const read = labs.readOwnPack(file.name, await file.text().catch(() => ''));
      if (read.ok) taken.push(read.pack);
      else wrong.push(...read.problems);
    }
    setProblems(wrong);
    const others = packs.filter(({ id }) => !taken.some((pack) => pack.id === id));
    const added = taken.filter(({ id }) => !items.some((item) => item.id === id));
    const onlyScenarios = items.filter(({ kind }) => kind === 'scenario');
    onChange({
      packs: [...others, ...taken],
      ...(added.length > 0 && {
        items: [...onlyScenarios, ...added.map(({ id }) => ({ kind: 'scenario', id }) as const)],
      }),
    });
  };
  return (
    <fieldset
      className="lab-set lab-own"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take([...event.dataTransfer.files]);
      }}
    >
      <legend>{LAB.ownHeading}</legend>
      <p className="lab-dim">{LAB.ownLead}</p>
      <p className="lab-actions">
        <button type="button" className="button" onClick={() => input.current?.click()}>
          {LAB.ownChoose}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          accept=".yaml,.yml"
          aria-label={LAB.ownHeading}
          onChange={(event) => {
            void take([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
        <span>{packs.map(({ title }) => title).join(', ')}</span>
      </p>
      {problems.length > 0 && (
        <section className="lab-problems" role="alert">
          <h2 className="lab-minor">{LAB.problems}</h2>
          <ul>
            {problems.map(({ file, line, message, advice }) => (
              <li key={`${file} ${line} ${message}`}>
                <code>{LAB.where(file, line)}</code> {message} <span className="lab-dim">{advice}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {packs.length > 0 && (
        <fieldset className="lab-leaves">
          <legend>{LAB.leaveOut}</legend>
          {LEAVES.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="leave"
                checked={leaveOut === one}
                onChange={() => onChange({ leaveOut: one })}
              />
              {LAB.leaves[one]}
            </label>
          ))}
          <p className="lab-dim">{LAB.leaveNote}</p>
        </fieldset>
      )}
    </fieldset>
  );
}
