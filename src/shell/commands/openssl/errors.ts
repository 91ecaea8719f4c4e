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

/** What it says of a file that holds something else. `isPem` = there were PEM blocks in it. */
export function unreadable(what: string, name: string, isPem: boolean): string {
  const line = errorLine(
    '1608010C',
    'STORE routines:ossl_store_handle_load_result:unsupported:../crypto/store/store_result.c:149:',
  );
  return `Could not read ${what} from ${name}\n${isPem ? line : ''}`;
}
