import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  /** Takes the room of two. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A control under its label. */
export function Field({ label, wide = false, children }: Props) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child.
    <label className={wide ? 'field field-wide' : 'field'}>
      <span className="field-label">{label}</span>
      {children}
    </label>
  );
}
