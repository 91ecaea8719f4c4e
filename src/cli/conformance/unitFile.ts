/** A word that systemd takes as it stands: nothing that quotes, escapes, expands or separates. */
const PLAIN = /^[A-Za-z0-9_/.:=,@+-]+$/;

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '%': '%%',
  $: '$$',
};

/** One word of a command line in the quoting of a unit file's `ExecStart=`. Models systemd.service(5), COMMAND LINES. */
export function quoteWord(word: string): string {
  if (PLAIN.test(word)) return word;
  return `"${word.replace(/[\\"\n\r\t%$]/g, (sign) => ESCAPES[sign] ?? sign)}"`;
}

/** A unit file that runs `/usr/bin/kubelet` with exactly these arguments, once: no restart hides an exit. */
export function unitFile(args: readonly string[]): string {
  const command = ['/usr/bin/kubelet', ...args].map(quoteWord).join(' ');
  return `[Unit]\nDescription=kubelet: The Kubernetes Node Agent\n\n[Service]\nExecStart=${command}\nRestart=no\n`;
}
