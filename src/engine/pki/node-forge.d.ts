/**
 * The parts of node-forge that this room uses, as strings of one character per byte. Its own types would bring
 * Node's globals into the engine, and its main file the whole library.
 */
declare module 'node-forge/lib/asn1.js' {
  /** A DER element: `value` is its bytes when primitive, its children when constructed. */
  interface Element {
    readonly tagClass: number;
    readonly type: number;
    readonly constructed: boolean;
    readonly value: string | readonly Element[];
  }
  const asn1: {
    create(tagClass: number, type: number, constructed: boolean, value: string | readonly Element[]): Element;
    fromDer(bytes: string, options: { strict: boolean; parseAllBytes: boolean; decodeBitStrings: boolean }): Element;
    toDer(element: Element): { getBytes(): string };
    oidToDer(oid: string): { getBytes(): string };
    derToOid(bytes: string): string;
  };

  export type { Element };
  export default asn1;
}

declare module 'node-forge/lib/sha1.js' {
  const sha1: { create(): import('node-forge/lib/md.js').Digest };
  export default sha1;
}

declare module 'node-forge/lib/sha256.js' {
  const sha256: { create(): import('node-forge/lib/md.js').Digest };
  export default sha256;
}

declare module 'node-forge/lib/sha512.js' {
  const sha512: {
    create(): import('node-forge/lib/md.js').Digest;
    sha384: { create(): import('node-forge/lib/md.js').Digest };
  };
  export default sha512;
}

declare module 'node-forge/lib/md.js' {
  interface Digest {
    update(bytes: string, encoding: 'raw'): Digest;
    digest(): { getBytes(): string };
  }

  export type { Digest };
}
