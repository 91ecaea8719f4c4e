/** Milliseconds as `1:02:03` or `12:05`; what is left is rounded up, so that 0:00 is the end. */
export function timeText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const two = (part: number): string => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

const WARNINGS = [1, 5, 15, 30];

/** The latest warning that is due: so many minutes are left; null while there is more, or nothing was to be warned of. */
export function warningAt(left: number | null, minutes: number | null): number | null {
  if (left === null || minutes === null || left === 0) return null;
  return WARNINGS.find((warning) => warning < minutes && left <= warning * 60_000) ?? null;
}
