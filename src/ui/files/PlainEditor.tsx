import { useEffect, useRef } from 'react';
import { WORDS } from '../words.ts';
import { type EditorProps, lineBounds } from './editor.ts';

/** A file in a text area: for those who want the browser's own editing. */
export function PlainEditor({ file, destination, onEdit }: EditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
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
      onChange={(event) => onEdit(file.path, event.target.value)}
    />
  );
}
