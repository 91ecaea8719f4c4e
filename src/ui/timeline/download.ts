import type { ExportedFile } from '#session/view/timeline.ts';

/** Hands a file to the browser's downloads. */
export function download({ name, text }: ExportedFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; the text need not stay in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
