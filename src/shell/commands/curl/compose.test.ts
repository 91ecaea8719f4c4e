import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCommandLine } from '../../commandLine.ts';
import { composeLine } from './compose.ts';
import { readLine } from './decompose.ts';
import { type CurlForm, NEW_FORM, type Who } from './form.ts';
import type { CurlOptions } from './options.ts';
import { parseCurl } from './parse.ts';
import { parseUrl } from './url.ts';

const formOf = (line: string): CurlForm => {
  const read = readLine(line);
  if (read.kind !== 'form') throw new Error(`${line}: ${JSON.stringify(read)}`);
  return read.form;
};

test('the line that a beginner starts with', () => {
  expect(composeLine(NEW_FORM)).toBe('curl -sk https://localhost:10250/pods');
  expect(formOf('curl -sk https://localhost:10250/pods')).toEqual(NEW_FORM);
});

test.each<[Who, string]>([
  [{ kind: 'certificate', certificate: 'bob.crt', key: 'bob.key' }, '--cert bob.crt --key bob.key'],
  [{ kind: 'certificate', certificate: 'all.pem', key: '' }, '--cert all.pem'],
  [{ kind: 'token-file', file: 'prometheus.token' }, '-H "Authorization: Bearer $(cat prometheus.token)"'],
  [{ kind: 'token', token: 'a.b.c' }, '-H "Authorization: Bearer a.b.c"'],
  [{ kind: 'basic', user: 'admin:pass word' }, '-u "admin:pass word"'],
])('%j is said by words of its own, and read back', (who, words) => {
  const line = composeLine({ ...NEW_FORM, who });
  expect(line).toBe(`curl -sk https://localhost:10250/pods ${words}`);
  expect(formOf(line).who).toEqual(who);
});

test('methods are said only where curl would send another', () => {
  const line = (form: Partial<CurlForm>) => composeLine({ ...NEW_FORM, path: '/run/a/b/c', ...form });
  const body = { option: 'data', text: 'cmd=id' } as const;
  expect(line({ method: 'POST', body })).toBe('curl -sk https://localhost:10250/run/a/b/c -d cmd=id');
  expect(line({ method: 'POST' })).toBe('curl -sk -X POST https://localhost:10250/run/a/b/c');
  expect(line({ method: 'HEAD' })).toBe('curl -skI https://localhost:10250/run/a/b/c');
  expect(line({ method: 'GET', body })).toBe('curl -sk -X GET https://localhost:10250/run/a/b/c -d cmd=id');
});

test('what has no field is kept, and the query is quoted for the shell', () => {
  const form = formOf(
    'sudo curl -ksS --http1.1 "https://localhost:10250/exec/a/b/c?command=id&output=1" -o out.txt -XPOST',
  );
  expect(form.kept).toEqual(['-S', '--http1.1', '-o', 'out.txt']);
  expect(form.method).toBe('POST');
  expect(composeLine(form)).toBe(
    "curl -sk -X POST 'https://localhost:10250/exec/a/b/c?command=id&output=1' -S --http1.1 -o out.txt",
  );
});

test('two ways to say who are kept together', () => {
  const form = formOf('curl -k https://h:1/ --cert a.crt --key a.key -H "Authorization: Bearer $(cat t)"');
  expect(form.who.kind).toBe('other');
  expect(composeLine(form)).toBe('curl -k https://h:1/ --cert a.crt --key a.key -H "Authorization: Bearer $(cat t)"');
});

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['kubectl get pods', 'unreadable'],
  ['curl', 'unreadable'],
  ['curl -k https://u:p@localhost/', 'unreadable'],
  ['curl ftp://localhost/', 'unreadable'],
  ['curl -k "https://localhost', 'unreadable'],
  ['curl -F a=b https://localhost', 'unreadable'],
  ['curl -H "Authorization: Bearer $(cat a b)" https://localhost', 'unreadable'],
])('%j is %s', (line, kind) => {
  expect(readLine(line).kind).toBe(kind);
});

/** What curl would do, apart from spelling: the method that is sent, URLs as they are dialled, headers as a set. */
function meaning(line: string): unknown {
  const command = readCommandLine(line, (name) => ({ text: `<${name}>` }));
  if (command.kind === 'said') return command;
  const parsed = parseCurl(command.arguments, (name) => `<${name}>`);
  if (!parsed.ok) return parsed;
  const { method, headers, urls, ...options }: CurlOptions = parsed.options;
  const inferred = options.head ? 'HEAD' : options.data !== null && !options.get ? 'POST' : 'GET';
  return {
    ...options,
    method: method ?? inferred,
    headers: headers.toSorted(),
    urls: urls.map((url) => parseUrl(url, false)),
  };
}

const text = fc.stringMatching(/^[a-z0-9 '"$?&=\\#-]{1,8}$/);
const option = fc.oneof(
  fc.constantFrom(
    '-s',
    '-k',
    '-sk',
    '-i',
    '-v',
    '-kv',
    '-S',
    '-I',
    '-G',
    '-L',
    '-f',
    '-g',
    '--compressed',
    '--no-insecure',
  ),
  fc.constantFrom('-X POST', '-XPUT', '--request DELETE', '--tls-max 1.2', '-o out', '--http1.1', '--cacert ca.crt'),
  fc.constantFrom(
    '--cert a.crt',
    '-E a.crt',
    '--key a.key',
    '-u a:b',
    '--oauth2-bearer t',
    '-H "Authorization: Bearer $(cat t)"',
  ),
  fc.constantFrom(
    '-d a=b',
    '-d @f',
    '--json {}',
    '--data-raw @x',
    '-H "X-A: b"',
    "-H 'Authorization: Basic YTpi'",
    '-H "X: $(cat a)$(cat b)"',
  ),
  text.map((value) => `-H ${quoted(`X: ${value}`)}`),
);
const quoted = (value: string): string => `'${value.replaceAll("'", "'\\''")}'`;
const url = fc.constantFrom(
  'https://localhost:10250/pods',
  'http://127.0.0.1:10255',
  'localhost:10248/healthz',
  '"https://[::1]:10250/run/a/b/c?cmd=id&x=$(cat t)"',
  "'https://localhost:10250/exec/a/b/c?command=id&output=1'",
);
const line = fc
  .tuple(fc.array(option, { maxLength: 5 }), url, fc.array(option, { maxLength: 4 }))
  .map(([before, place, after]) => ['curl', ...before, place, ...after].join(' '));

test('a line that is read and written again does the same', () => {
  fc.assert(
    fc.property(line, (typed) => {
      const read = readLine(typed);
      if (read.kind !== 'form') return;
      const written = composeLine(read.form);
      expect(meaning(written)).toEqual(meaning(typed));
      expect(formOf(written)).toEqual(read.form);
      expect(composeLine(formOf(written))).toBe(written);
    }),
    { numRuns: 300 },
  );
});

/** Every UTF-16 unit, lone surrogates and the marks' own characters included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
  .map((units) => String.fromCharCode(...units));

test('any text at all is read without throwing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        fc.string().map((words) => `curl ${words}`),
      ),
      (typed) => {
        const read = readLine(typed);
        if (read.kind === 'form') expect(formOf(composeLine(read.form))).toEqual(read.form);
      },
    ),
    { numRuns: 300 },
  );
});
