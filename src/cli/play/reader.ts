/** Takes a text, line by line, for whole commands: a line that is unfinished goes on with the next. */
export function* commandsOf(text: string, isUnfinished: (text: string) => boolean): Generator<readonly string[]> {
  let pending: string[] = [];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const line of lines) {
    pending.push(line);
    if (isUnfinished(pending.join('\n'))) continue;
    yield pending;
    pending = [];
  }
  if (pending.length > 0) yield pending;
}
