/** Texts cut to a width as systemd's tools cut them. Models src/basic/string-util.c, v255. */

/** A text of at most `width` letters, with `…` where `percent` of what is kept stands before it. */
export function ellipsized(text: string, width: number, percent: number): string {
  const letters = [...text];
  if (letters.length <= width) return text;
  if (width <= 0) return '';
  const before = Math.floor(((width - 1) * percent + 50) / 100);
  const after = width - before - 1;
  return `${letters.slice(0, before).join('')}…${after > 0 ? letters.slice(-after).join('') : ''}`;
}
