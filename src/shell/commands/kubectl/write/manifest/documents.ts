import { looksLikeJson, parseJson } from '#engine/config/decode/json.ts';
import { plain } from '#engine/config/decode/tree.ts';
import { parseYaml } from '#engine/config/decode/yaml.ts';
import type { Json } from '#engine/json.ts';

/** The documents of a manifest as JSON, in order, and what ended the reading before its end; null at the end. */
export interface Documents {
  readonly values: readonly Json[];
  readonly error: string | null;
}

/**
 * Reads a stream of YAML or JSON documents; empty ones are left out. Errors are without their `error parsing FILE: `.
 * Models YAMLOrJSONDecoder in k8s.io/apimachinery/pkg/util/yaml/decoder.go, v0.36.
 */
export function readDocuments(text: string): Documents {
  return looksLikeJson(text) ? jsonDocuments(text) : yamlDocuments(text);
}

function yamlDocuments(text: string): Documents {
  const values: Json[] = [];
  for (const document of yamlChunks(text)) {
    if (document.separator !== null) {
      return { values, error: `invalid Yaml document separator: ${document.separator}` };
    }
    const parsed = parseYaml(document.text);
    if (!parsed.ok) return { values, error: `error converting YAML to JSON: ${parsed.error}` };
    const value = plain(parsed.tree);
    if (value !== null) values.push(value);
  }
  return { values, error: null };
}

interface Chunk {
  readonly text: string;
  /** What stood behind `---` and may not; null when all is well. */
  readonly separator: string | null;
}

/** The text between lines that begin with `---`. */
function yamlChunks(text: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let lines = '';
  const flush = (): void => {
    if (lines !== '') chunks.push({ text: lines, separator: null });
    lines = '';
  };
  for (const line of text.split(/(?<=\n)/)) {
    if (!line.startsWith('---')) {
      lines += line;
      continue;
    }
    const behind = line.slice(3).trim();
    if (behind !== '' && !behind.startsWith('#')) {
      chunks.push({ text: '', separator: behind });
      return chunks;
    }
    flush();
  }
  flush();
  return chunks;
}

/** One JSON object after another; a text that goes on in YAML after its first object is read as such. */
function jsonDocuments(text: string): Documents {
  const values: Json[] = [];
  let at = 0;
  for (;;) {
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
    if (at >= text.length) return { values, error: null };
    const end = objectEnd(text, at);
    const parsed = parseJson(text.slice(at, end ?? text.length));
    if (!parsed.ok) {
      const rest = yamlDocuments(text.slice(at));
      if (values.length < 2 && rest.error === null) return { values: [...values, ...rest.values], error: null };
      // What was read as YAML before its own error counts all the same.
      if (values.length === 0 && rest.values.length > 0) return rest;
      return { values, error: jsonError(parsed.error, at + parsed.span.from) };
    }
    const value = plain(parsed.tree);
    if (value !== null) values.push(value);
    at = end ?? text.length;
  }
}

function jsonError(error: string, at: number): string {
  return error === 'unexpected end of JSON input' ? 'unexpected EOF' : `json: offset ${at + 1}: ${error}`;
}

/** Where the object or list that begins at `from` ends; null when it does not. */
function objectEnd(text: string, from: number): number | null {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted) {
      if (letter === '\\') at += 1;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === '{' || letter === '[') depth += 1;
    else if (letter === '}' || letter === ']') {
      depth -= 1;
      if (depth <= 0) return at + 1;
    }
  }
  return null;
}
