import { isObject, type Json, type JsonObject } from '../json.ts';
import { decodeBase64Url, utf8Text } from '../pki/bytes.ts';
import { remembering } from '../pki/memo.ts';

/** A JSON Web Token taken apart, nothing of it checked. */
export interface Jwt {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  /** The text that the signature covers. */
  readonly signed: string;
  readonly signature: string;
}

/** Takes a token in compact form apart; null for any text that is none. */
export const readJwt: (token: string) => Jwt | null = remembering(256, (token) => {
  const [header = '', payload = '', signature = '', ...more] = token.split('.');
  if (signature === '' || more.length > 0) return null;
  const readHeader = jsonOf(header);
  const claims = jsonOf(payload);
  if (readHeader === null || claims === null || decodeBase64Url(signature) === null) return null;
  return { header: readHeader, claims, signed: `${header}.${payload}`, signature };
});

function jsonOf(part: string): JsonObject | null {
  const bytes = decodeBase64Url(part);
  const text = bytes === null ? null : utf8Text(bytes);
  if (text === null) return null;
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
