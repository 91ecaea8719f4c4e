import { useSyncExternalStore } from 'react';

export type ThemeChoice = 'system' | 'dark' | 'light';
export const THEME_CHOICES: readonly ThemeChoice[] = ['system', 'dark', 'light'];

const KEY = 'portside.theme';
const listeners = new Set<() => void>();
let choice: ThemeChoice = 'system';

/** Takes up the choice of the last visit. To be called once, before the first drawing. */
export function startTheme(): void {
  try {
    choice = THEME_CHOICES.find((known) => known === localStorage.getItem(KEY)) ?? 'system';
  } catch {
    // Storage may be forbidden; the system's wish then stands.
  }
  apply();
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tell);
}

/** Chooses a theme, at once and for the next visit. */
export function chooseTheme(next: ThemeChoice): void {
  choice = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // The choice then holds for this visit.
  }
  apply();
  tell();
}

/** The choice, followed. */
export function useTheme(): ThemeChoice {
  return useSyncExternalStore(subscribeTheme, () => choice);
}

/** Calls `listener` whenever colours may have changed; returns its undoing. */
export function subscribeTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether night watch is what is seen now. */
export function isDark(): boolean {
  return choice === 'system' ? window.matchMedia('(prefers-color-scheme: dark)').matches : choice === 'dark';
}

function apply(): void {
  if (choice === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
}

function tell(): void {
  for (const listener of listeners) listener();
}
