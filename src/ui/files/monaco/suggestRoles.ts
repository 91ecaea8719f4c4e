/**
 * On Windows Monaco gives the rows of its suggestions, a listbox, the role of plain list items, which a listbox may not hold;
 * here they are options, as Monaco has them on every other system. Returns its own undoing.
 */
export function mendSuggestRoles(host: HTMLElement): () => void {
  const observer = new MutationObserver(() => {
    for (const row of host.querySelectorAll('[role="listbox"] [role="listitem"]')) {
      row.setAttribute('role', 'option');
    }
  });
  observer.observe(host, { childList: true, subtree: true });
  return () => observer.disconnect();
}
