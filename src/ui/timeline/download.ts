import type { ExportedFile } from '#session/view/timeline.ts';

/** Hands a file to the browser's downloads. */
export function download({ name, text }: ExportedFile, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; the text need not stay in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
