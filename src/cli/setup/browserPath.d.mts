/** The path of a Chromium that this machine has, or null. PORTSIDE_CHROMIUM names one that is elsewhere. */
export function browserPath(): string | null;
