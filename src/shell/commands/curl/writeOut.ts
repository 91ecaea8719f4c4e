import { CURL_VERSION } from './texts.ts';

/** What `-w` can print of a finished transfer, by variable name. */
export type WriteOutValues = Readonly<Record<string, string | number | null>>;

/** Variables of curl that are always empty here. */
const EMPTY = new Set(['certs', 'ftp_entry_path', 'header_json', 'stderr', 'stdout', 'json', 'onerror', 'output']);

/**
 * Prints a `-w` format: `%{name}`, `%header{name}`, `%%`, `\n`, `\r`, `\t`; `%{stderr}` and `%{stdout}` switch streams,
 * `%{onerror}` ends it unless the transfer failed. Takes any text. Models src/tool_writeout.c, 7.88.1.
 */
export function writeOut(
  format: string,
  values: WriteOutValues,
  header: (name: string) => string | null,
): { readonly stdout: string; readonly stderr: string } {
  const out = { stdout: '', stderr: '' };
  let stream: 'stdout' | 'stderr' = 'stdout';
  const pattern = /%%|%header\{([^}]*)\}|%\{([^}]*)\}|\\([\s\S])|[\s\S]/gu;
  for (const found of format.matchAll(pattern)) {
    const [text, headerName, name, escaped] = found;
    if (text === '%%') out[stream] += '%';
    else if (headerName !== undefined) out[stream] += header(headerName) ?? '';
    else if (escaped !== undefined) out[stream] += ESCAPES.get(escaped) ?? `\\${escaped}`;
    else if (name === undefined) out[stream] += text;
    else if (name === 'onerror') {
      if (values.exitcode === 0) break;
    } else if (name === 'stderr' || name === 'stdout') stream = name;
    else if (name === 'json') out[stream] += jsonOf(values);
    else if (Object.hasOwn(values, name)) out[stream] += shown(name, values[name] ?? null);
    else if (!EMPTY.has(name)) out.stderr += `curl: unknown --write-out variable: '${name}'\n`;
  }
  return out;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

function shown(name: string, value: string | number | null): string {
  if (value === null) return '';
  if (name === 'http_code' || name === 'response_code' || name === 'http_connect')
    return String(value).padStart(3, '0');
  return name.startsWith('time_') && typeof value === 'number' ? value.toFixed(6) : String(value);
}

/** `%{json}`: every variable in the order of its name, the version last. */
function jsonOf(values: WriteOutValues): string {
  const all: WriteOutValues = { ...values, certs: '', ftp_entry_path: null };
  const fields = Object.keys(all)
    .sort()
    .map((name) => {
      const value = all[name] ?? null;
      const text = name.startsWith('time_') && typeof value === 'number' ? value.toFixed(6) : JSON.stringify(value);
      return `"${name}":${text}`;
    });
  const version = /libcurl.*/.exec(CURL_VERSION)?.[0] ?? '';
  return `{${fields.join(',')},"curl_version":${JSON.stringify(version)}}`;
}
