import { WORDS } from '../words.ts';
import { chooseTheme, THEME_CHOICES, useTheme } from './theme.ts';

/** Night watch, chart paper, or what the system wishes. */
export function ThemeSelect() {
  const theme = useTheme();
  return (
    <select
      className="select"
      aria-label={WORDS.theme}
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
