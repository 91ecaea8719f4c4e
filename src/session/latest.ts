/**
 * A function that remembers its latest answer, and gives it again while every argument is the same value or object as before.
 */
export function latest<Arguments extends readonly unknown[], Value>(
  compute: (...given: Arguments) => Value,
): (...given: Arguments) => Value {
  let known: { readonly given: Arguments; readonly value: Value } | null = null;
  return (...given) => {
    const same =
      known?.given.length === given.length && given.every((one, index) => Object.is(one, known?.given[index]));
    if (known === null || !same) known = { given, value: compute(...given) };
    return known.value;
  };
}
