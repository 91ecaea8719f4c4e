import type { Facts } from '../kubelet/stage.ts';

/** A fact as text; lists joined by commas, '' when the stage did not say. */
export function fact(facts: Facts, name: string): string {
  const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
  if (value === undefined) return '';
  return typeof value === 'object' ? value.join(', ') : String(value);
}

/** Whether a fact is true, or a text that is not empty. */
export function holds(facts: Facts, name: string): boolean {
  const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
  return (
    value === true || (typeof value === 'string' && value !== '') || (typeof value === 'object' && value.length > 0)
  );
}

/** A text as it begins a sentence. */
export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
