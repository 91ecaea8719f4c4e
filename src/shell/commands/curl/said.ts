/** What curl printed and how it ended, when a line led to no request. */
export interface Said {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** The line that follows each complaint about usage. */
export const TRY_HELP = "curl: try 'curl --help' or 'curl --manual' for more information\n";

/** A complaint about an option, in curl's words: exit code 2. */
export function badOption(flag: string, reason: string): Said {
  return { stdout: '', stderr: `curl: option ${flag}: ${reason}\n${TRY_HELP}`, exitCode: 2 };
}

/** A sentence of the simulator itself, about something real that it does not model. */
export function notModelled(what: string, exitCode = 2): Said {
  return { stdout: '', stderr: `portside: ${what}\n`, exitCode };
}

/**
 * A `Warning:` or `Note:` of curl, broken into lines of 79 columns at blanks, as its tool does.
 * Models src/tool_msgs.c, 7.88.1.
 */
export function warning(text: string, prefix = 'Warning: '): string {
  const width = 79 - prefix.length;
  let rest = text;
  let lines = '';
  while (rest.length > width) {
    let cut = width - 1;
    while (cut > 0 && !/\s/.test(rest.charAt(cut))) cut -= 1;
    if (cut === 0) cut = width - 1;
    lines += `${prefix}${rest.slice(0, cut + 1)}\n`;
    rest = rest.slice(cut + 1);
  }
  return rest === '' ? lines : `${lines}${prefix}${rest}\n`;
}
