export type Row =
  | { readonly ok: true; readonly fields: readonly string[] }
  | { readonly ok: false; readonly error: string };

/** Reads the first record of comma-separated text, as pflag's string slices do; errors are those of encoding/csv. */
export function parseCsvRow(text: string): Row {
  if (text === '') return { ok: true, fields: [] };
  const line = text.split('\n', 1)[0] ?? '';
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] !== '"') {
      const end = line.indexOf(',', at);
      const field = line.slice(at, end === -1 ? line.length : end);
      const bare = field.indexOf('"');
      if (bare !== -1)
        return { ok: false, error: `parse error on line 1, column ${at + bare + 1}: bare " in non-quoted-field` };
      fields.push(field);
      if (end === -1) return { ok: true, fields };
      at = end + 1;
      continue;
    }
    const quoted = /^"((?:[^"]|"")*)"/.exec(line.slice(at));
    if (quoted === null)
      return {
        ok: false,
        error: `parse error on line 1, column ${line.length + 1}: extraneous or missing " in quoted-field`,
      };
    fields.push((quoted[1] ?? '').replaceAll('""', '"'));
    at += quoted[0].length;
    if (at >= line.length) return { ok: true, fields };
    if (line[at] !== ',')
      return { ok: false, error: `parse error on line 1, column ${at}: extraneous or missing " in quoted-field` };
    at += 1;
  }
}

/** A list as pflag prints it: `[a,b]`, with quotes where CSV needs them. */
export function csvText(fields: readonly string[]): string {
  const quoted = fields.map((field) => (/[",\n\r]|^\s/.test(field) ? `"${field.replaceAll('"', '""')}"` : field));
  return `[${quoted.join(',')}]`;
}
