import { ariaKeys, withKeys } from '../keys/chord.ts';
import { WORDS } from '../words.ts';
import { chooseTheme, THEME_CHOICES, useTheme } from './theme.ts';

/** Night watch, chart paper, or what the system wishes. `keyed`: on a page where the shortcuts are at work. */
export function ThemeSelect({ keyed }: { readonly keyed: boolean }) {
  const theme = useTheme();
  return (
    <select
      className="select"
      aria-label={WORDS.theme}
      title={keyed ? withKeys(WORDS.theme, 'theme') : undefined}
      aria-keyshortcuts={keyed ? ariaKeys('theme') : undefined}
      value={theme}
      onChange={(event) => chooseTheme(THEME_CHOICES.find((known) => known === event.target.value) ?? 'system')}
    >
      {THEME_CHOICES.map((choice) => (
        <option key={choice} value={choice}>
          {WORDS.themes[choice]}
        </option>
      ))}
    </select>
  );
}
