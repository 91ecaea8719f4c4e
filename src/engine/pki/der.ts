import asn1, { type Element } from 'node-forge/lib/asn1.js';
import { bytesOf, fromHex, hex } from './bytes.ts';

export type { Element };

/** Tag numbers of the universal class that certificates use. */
export const TAG = {
  boolean: 1,
  integer: 2,
  bitString: 3,
  octetString: 4,
  null: 5,
  oid: 6,
  utf8: 12,
  sequence: 16,
  set: 17,
  numeric: 18,
  printable: 19,
  t61: 20,
  ia5: 22,
  utcTime: 23,
  generalizedTime: 24,
  bmp: 30,
} as const;

/** Tag class of `[0]`, `[1]`, … */
export const CONTEXT = 0x80;

/** The one DER element that `bytes` is, or null when it is none or more. Takes any bytes. */
export function readDer(bytes: string): Element | null {
  try {
    return asn1.fromDer(bytes, { strict: true, parseAllBytes: true, decodeBitStrings: false });
  } catch {
    return null;
  }
}

/** The DER of an element. */
export function writeDer(element: Element): string {
  return asn1.toDer(element).getBytes();
}

/** The children of a constructed element with that tag of the universal class; null for anything else. */
export function childrenOf(element: Element | undefined, tag: number): readonly Element[] | null {
  if (element === undefined || element.tagClass !== 0 || element.type !== tag) return null;
  return typeof element.value === 'string' ? null : element.value;
}

/** The content of a primitive element with that tag of the universal class; null for anything else. */
export function contentOf(element: Element | undefined, tag: number): string | null {
  if (element === undefined || element.tagClass !== 0 || element.type !== tag) return null;
  return typeof element.value === 'string' ? element.value : null;
}

/** The child tagged `[number]` among elements, if there. */
export function tagged(elements: readonly Element[], number: number): Element | undefined {
  return elements.find((element) => element.tagClass === CONTEXT && element.type === number);
}

/** An OBJECT IDENTIFIER in dotted form; null when the element is none, or its numbers are not written the shortest way. */
export function oidOf(element: Element | undefined): string | null {
  const content = contentOf(element, TAG.oid);
  if (content === null || !/^(?:[\x81-\xff][\x80-\xff]*[\0-\x7f]|[\0-\x7f])+$/.test(content)) return null;
  try {
    return asn1.derToOid(content);
  } catch {
    return null;
  }
}

/** A BOOLEAN; null when the element is none. */
export function booleanOf(element: Element | undefined): boolean | null {
  const content = contentOf(element, TAG.boolean);
  return content === '\xff' ? true : content === '\0' ? false : null;
}

/** A non-negative INTEGER in its shortest form; null when the element is none. A negative one is -1. */
export function integerOf(element: Element | undefined): bigint | null {
  const content = contentOf(element, TAG.integer);
  if (content === null || content === '' || /^(?:\0[\0-\x7f]|\xff[\x80-\xff])/.test(content)) return null;
  return content.charCodeAt(0) >= 0x80 ? -1n : BigInt(`0x${hex(content)}`);
}

/** A BIT STRING's bytes without the count of unused bits, which must be zeros; null when the element is none. */
export function bitsOf(element: Element | undefined): string | null {
  const content = contentOf(element, TAG.bitString);
  if (content === null || content === '') return null;
  const unused = content.charCodeAt(0);
  const last = content.length === 1 ? 0xff : content.charCodeAt(content.length - 1);
  return unused > 7 || (last & ((1 << unused) - 1)) !== 0 ? null : content.slice(1);
}

export function sequence(...children: readonly Element[]): Element {
  return asn1.create(0, TAG.sequence, true, children);
}

export function set(...children: readonly Element[]): Element {
  return asn1.create(0, TAG.set, true, children);
}

export function primitive(tag: number, content: string, tagClass = 0): Element {
  return asn1.create(tagClass, tag, false, content);
}

/** `[number] EXPLICIT`, or a constructed implicit tag. */
export function explicit(number: number, ...children: readonly Element[]): Element {
  return asn1.create(CONTEXT, number, true, children);
}

export function oid(dotted: string): Element {
  return primitive(TAG.oid, asn1.oidToDer(dotted).getBytes());
}

/** The INTEGER of a non-negative number. */
export function integer(value: bigint): Element {
  const digits = value.toString(16);
  const bytes = fromHex(digits.length % 2 === 0 ? digits : `0${digits}`);
  return primitive(TAG.integer, bytes.charCodeAt(0) >= 0x80 ? `\0${bytes}` : bytes);
}

export function boolean(value: boolean): Element {
  return primitive(TAG.boolean, bytesOf([value ? 0xff : 0]));
}

/** A BIT STRING of whole bytes, or with `unused` bits at the end. */
export function bitString(bytes: string, unused = 0): Element {
  return primitive(TAG.bitString, `${bytesOf([unused])}${bytes}`);
}
