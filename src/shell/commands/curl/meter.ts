import type { CurlOptions, Output } from './options.ts';
import type { CurlSetting } from './plan.ts';

const HEADER = `  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current
                                 Dload  Upload   Total   Spent    Left  Speed
`;
const ZERO = '\r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0';

/** Whether the body shows on a terminal: then neither a meter nor byte counts disturb it. */
export function showsOnTerminal(setting: CurlSetting, output: Output | null): boolean {
  return setting.terminal && output === null;
}

/** Whether the progress meter is drawn. */
export function hasMeter(options: CurlOptions, setting: CurlSetting, output: Output | null): boolean {
  return !options.silent && !options.noMeter && !options.bar && !showsOnTerminal(setting, output);
}

/** The meter as a transfer begins. */
export function meterStart(): string {
  return HEADER + ZERO;
}

/** The meter's last state when nothing was transferred. */
export function meterNothing(): string {
  return `${ZERO}\n`;
}

/** What the last line of a meter counts. Bytes; `total` null when no length was announced; time in microseconds. */
export interface Progress {
  readonly received: number;
  readonly total: number | null;
  readonly sent: number;
  readonly microseconds: number;
}

/** The meter's last line. Models lib/progress.c, 7.88.1. */
export function meterEnd(progress: Progress): string {
  const { received, total, sent, microseconds } = progress;
  const size = total ?? received;
  const all = size + sent;
  const speed = (bytes: number): string => fiveWide(Math.trunc((bytes * 1_000_000) / microseconds));
  const share = (part: number, whole: number): string =>
    String(whole > 0 ? Math.floor((part * 100) / whole) : 0).padStart(3);
  const milliseconds = Math.max(1, Math.floor(microseconds / 1000));
  const now = received === 0 && sent === 0 ? 0 : Math.trunc(((received + sent) * 1000) / milliseconds);
  return [
    `\r${share(received + sent, all)} ${fiveWide(all)}`,
    ` ${share(received, total ?? 0)} ${fiveWide(received)}`,
    ` ${share(sent, sent)} ${fiveWide(sent)}`,
    ` ${speed(received)}  ${speed(sent)} --:--:-- --:--:-- --:--:-- ${fiveWide(now)}\n`,
  ].join(' ');
}

/** A number of bytes in five columns: `99999`, `1234k`, `12.3M`, `1234M`. */
function fiveWide(bytes: number): string {
  if (bytes < 100_000) return String(bytes).padStart(5);
  if (bytes < 10_000 * 1024) return `${Math.floor(bytes / 1024)}k`.padStart(5);
  const mega = 1024 * 1024;
  if (bytes < 100 * mega) return `${Math.floor(bytes / mega)}.${Math.floor((bytes % mega) / (mega / 10))}M`.padStart(5);
  return `${Math.floor(bytes / mega)}M`.padStart(5);
}
