import { readFileSync, statSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { packedIn } from '#session/result/code.ts';
import { MOST_RESULT_CHARACTERS } from '#session/result/readResult.ts';

/** The text of a result's file, a code unpacked; a sentence when it cannot be had. Bounded before it is read and while it is unpacked. */
export function readResultFile(path: string): { readonly text: string } | { readonly words: string } {
  try {
    // A character takes up to four bytes.
    if (statSync(path).size > 4 * MOST_RESULT_CHARACTERS) return { words: 'It is larger than 8 MB.' };
    const text = readFileSync(path, 'utf8');
    const packed = packedIn(text);
    if (packed === null) return { text };
    const bytes = inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: MOST_RESULT_CHARACTERS });
    return { text: bytes.toString('utf8') };
  } catch (error) {
    return { words: `It cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}
