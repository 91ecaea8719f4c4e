import { type ReactNode, useId } from 'react';

interface Props {
  readonly label: string;
  /** Takes the room of two. */
  readonly wide?: boolean;
  /** The control, with the id that its label points to. */
  readonly children: (id: string) => ReactNode;
}

/** A control under its label. */
export function Field({ label, wide = false, children }: Props) {
  const id = useId();
  return (
    <div className={wide ? 'field field-wide' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  );
}
