import { lazy, Suspense } from 'react';
import { Boundary } from '../kit/Boundary.tsx';
import { WORDS } from '../words.ts';
import type { EditorProps } from './editor.ts';
import { PlainEditor } from './PlainEditor.tsx';

/** Monaco is heavy: it comes when the first file is shown. `?editor=plain` asks for a text area instead. */
const MonacoEditor = lazy(() => import('./monaco/MonacoEditor.tsx'));
const PLAIN = new URLSearchParams(globalThis.location?.search ?? '').get('editor') === 'plain';

/** A text in Monaco, or in a text area where that was asked for or Monaco does not come. */
export function AnyEditor(props: EditorProps) {
  if (PLAIN) return <PlainEditor {...props} />;
  return (
    <Boundary fallback={<PlainEditor {...props} />}>
      <Suspense fallback={<p className="frame-note">{WORDS.editorLoading}</p>}>
        <MonacoEditor {...props} />
      </Suspense>
    </Boundary>
  );
}
