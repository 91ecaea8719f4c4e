import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flagItems, flagNumber, flagOn, flagText, readProgramFlags } from './readFlags.ts';

test('flags are read as pflag reads them', () => {
  const read = readProgramFlags('kube-apiserver', [
    '--secure_port=7443',
    '--profiling',
    '--anonymous-auth=0',
    '--tls-cert-file',
    '/a.crt',
    '--authorization-mode=Node',
    '--authorization-mode=RBAC,AlwaysDeny',
    '--service-account-issuer=a,b',
    '-v=3',
    '--authorization-config=',
  ]);
  if (!read.ok) throw new Error(read.error);
  const { flags } = read;
  expect([flagNumber(flags, 'secure-port', 6443), flagOn(flags, 'profiling', false)]).toEqual([7443, true]);
  expect([flagOn(flags, 'anonymous-auth', true), flagText(flags, 'tls-cert-file')]).toEqual([false, '/a.crt']);
  expect(flagItems(flags, 'authorization-mode')).toEqual(['Node', 'RBAC', 'AlwaysDeny']);
  expect(flagItems(flags, 'service-account-issuer')).toEqual(['a,b']);
});

test.each([
  [['foo'], 'Error: "kube-apiserver" does not take any arguments, got ["foo"]'],
  [['-foo'], "Error: unknown shorthand flag: 'f' in -foo"],
  [['--tls-cert-file'], 'Error: flag needs an argument: --tls-cert-file'],
  [['--=x'], 'Error: bad flag syntax: --=x'],
  [['--toString=x'], 'Error: unknown flag: --toString'],
])('%j is refused', (argv, error) => {
  expect(readProgramFlags('kube-apiserver', argv)).toEqual({ ok: false, error });
});

test('no words make it throw', () => {
  const word = fc.oneof(
    fc.string(),
    fc.string().map((text) => `--${text}`),
    fc.constantFrom('--v', '-v', '--', '--secure-port'),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (argv) => {
      expect(typeof readProgramFlags('kube-scheduler', argv).ok).toBe('boolean');
    }),
    { numRuns: 200 },
  );
});
