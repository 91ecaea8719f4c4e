import type { HttpRequest } from '../exchange.ts';

/** Every value of a header, in the order sent; names differ by letters only, not by case. */
export function headerValues({ headers }: HttpRequest, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return headers.filter(([sent]) => sent.toLowerCase() === wanted).map(([, value]) => value);
}

/** The first value of a header, '' when it was not sent: Go's `Header.Get`. */
export function headerValue(request: HttpRequest, name: string): string {
  return headerValues(request, name)[0] ?? '';
}
