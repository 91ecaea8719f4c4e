import { type KeyboardEvent, useEffect, useRef } from 'react';
import { WORDS } from '../words.ts';
import { type EditorProps, lineBefore, lineBounds } from './editor.ts';
import { sinceEscape, viWord } from './viWord.ts';

/** A file in a text area: for those who want the browser's own editing. */
export function PlainEditor({ file, destination, onEdit, onVi }: EditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const escaped = useRef<string | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { value, selectionStart } = event.currentTarget;
    const found = event.key === 'Enter' ? viWord(lineBefore(value, selectionStart), escaped.current) : null;
    escaped.current = sinceEscape(escaped.current, event.key);
    if (onVi === null || found === null) return;
    event.preventDefault();
    onEdit(file.path, value.slice(0, selectionStart - found.typed.length) + value.slice(selectionStart));
    onVi(found.word);
  };
  useEffect(() => {
    const element = area.current;
    if (element === null || destination === null) return;
    const { start, end } = lineBounds(element.value, destination.place.line);
    element.focus();
    element.setSelectionRange(start, end);
    const lines = element.value.split('\n').length;
    element.scrollTop = (element.scrollHeight / lines) * (destination.place.line - 4);
  }, [destination]);
  return (
    <textarea
      ref={area}
      className="plain-editor"
      aria-label={WORDS.editorOf(file.path)}
      value={file.text}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      wrap="off"
      onKeyDown={onKeyDown}
      onChange={(event) => onEdit(file.path, event.target.value)}
    />
  );
}
