/** The thread that OpenSSL names in front of each error; it differs from run to run on a real machine. */
const THREAD = '40D7A2C6B97F0000';

/** A line of OpenSSL's error queue. `where` is its library, function, words, source file and line. */
export function errorLine(code: string, where: string): string {
  return `${THREAD}:error:${code}:${where}\n`;
}

/** What OpenSSL's store says of a file that is not there. Models providers/implementations/storemgmt/file_store.c, 3.0. */
export function missingFile(what: string, name: string): string {
  return [
    `Could not open file or uri for loading ${what} from ${name}\n`,
    errorLine(
      '16000069',
      'STORE routines:ossl_store_get0_loader_int:unregistered scheme:../crypto/store/store_register.c:237:scheme=file',
    ),
    errorLine(
      '80000002',
      `system library:file_open:No such file or directory:../providers/implementations/storemgmt/file_store.c:266:calling stat(${name})`,
    ),
  ].join('');
}

/** What a program says of a file that it opens by itself. */
export function unopened(name: string): string {
  return [
    `Can't open "${name}" for reading, No such file or directory\n`,
    errorLine(
      '80000002',
      `system library:BIO_new_file:No such file or directory:../crypto/bio/bss_file.c:67:calling fopen(${name}, r)`,
    ),
    errorLine('10000080', 'BIO routines:BIO_new_file:no such file:../crypto/bio/bss_file.c:75:'),
  ].join('');
}

/** What it says of a text without a signing request. */
export const NO_REQUEST = errorLine(
  '0480006C',
  'PEM routines:get_name:no start line:../crypto/pem/pem_lib.c:760:Expecting: CERTIFICATE REQUEST',
);

/** What it says of a file that holds something else. `isPem` = there were PEM blocks in it. */
export function unreadable(what: string, name: string, isPem: boolean): string {
  const line = errorLine(
    '1608010C',
    'STORE routines:ossl_store_handle_load_result:unsupported:../crypto/store/store_result.c:149:',
  );
  return `Could not read ${what} from ${name}\n${isPem ? line : ''}`;
}
