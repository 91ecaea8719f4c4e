/** Puts a text into the clipboard; false when the browser does not let the page. */
export async function copyText(text: string): Promise<boolean> {
  // Without a secure context there is no clipboard at all.
  if (!('clipboard' in navigator)) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
