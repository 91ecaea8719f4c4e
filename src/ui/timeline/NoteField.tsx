import { useEffect, useRef } from 'react';

interface Props {
  readonly label: string;
  readonly text: string;
  onWrite(text: string): void;
  onDone(): void;
}

/** A note being written; every key press is kept. Escape, or leaving the field, ends the writing. */
export function NoteField({ label, text, onWrite, onDone }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <textarea
      ref={field}
      className="note-field"
      aria-label={label}
      rows={2}
      maxLength={4000}
      value={text}
      onChange={(event) => onWrite(event.currentTarget.value)}
      onBlur={onDone}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    />
  );
}
