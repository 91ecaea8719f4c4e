export function isUnfinished(text: string): boolean {
  return /\\$/.test(text);
}
