import { isObject, type Json, type JsonObject } from '#engine/json.ts';
import { keyOrder } from './keyOrder.ts';
import { scalarText } from './yamlScalar.ts';

/** A value as YAML the way Kubernetes writes it. Models Marshal in sigs.k8s.io/yaml, v1.6, over go.yaml.in/yaml/v2. */
export function yamlText(value: Json): string {
  const writer = new Writer();
  writer.node(value, -1, false);
  return writer.text.endsWith('\n') ? writer.text : `${writer.text}\n`;
}

const STEP = 2;

/** Writes nodes one behind the other; what has been written decides where a long line folds. */
class Writer {
  text = '';

  /** A value whose surrounding block stands at `indent`; `inMapping` = behind a key. */
  node(value: Json, indent: number, inMapping: boolean): void {
    if (isList(value) && value.length > 0) this.list(value, indent, inMapping);
    else if (isObject(value) && Object.keys(value).length > 0)
      this.map(value, indent + (indent < 0 ? 1 : STEP), inMapping);
    else this.scalar(value, indent, false);
  }

  /** A list behind a key stands at the key's own column. */
  private list(items: readonly Json[], around: number, inMapping: boolean): void {
    const indent = inMapping ? around : around + (around < 0 ? 1 : STEP);
    items.forEach((item, index) => {
      if (inMapping || index > 0) this.line(indent);
      else if (this.text !== '') this.text += ' ';
      this.text += '-';
      this.node(item, indent, false);
    });
  }

  private map(object: JsonObject, indent: number, inMapping: boolean): void {
    const keys = Object.keys(object).sort(keyOrder);
    keys.forEach((key, index) => {
      // The first key behind a dash stays on its line.
      if (inMapping || index > 0) this.line(indent);
      else if (this.text !== '') this.text += ' ';
      this.text += scalarText(key, { column: indent, indent, isKey: true });
      this.text += ':';
      this.node(object[key] ?? null, indent, true);
    });
  }

  private scalar(value: Json, indent: number, isKey: boolean): void {
    if (this.text !== '') this.text += ' ';
    const column = [...this.text.slice(this.text.lastIndexOf('\n') + 1)].length;
    this.text += scalarText(value, { column, indent: indent + (indent < 0 ? 1 : STEP), isKey });
  }

  private line(indent: number): void {
    if (this.text === '') return;
    // A literal text has ended its own line.
    if (!this.text.endsWith('\n')) this.text += '\n';
    this.text += ' '.repeat(indent);
  }
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
