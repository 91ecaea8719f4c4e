/** Who a curl line says is asking. */
export type Who =
  | { readonly kind: 'stranger' }
  /** PEM files as the line names them; `key` is '' where the certificate's file holds it too. */
  | { readonly kind: 'certificate'; readonly certificate: string; readonly key: string }
  /** The token is what `$(cat FILE)` gives. */
  | { readonly kind: 'token-file'; readonly file: string }
  | { readonly kind: 'token'; readonly token: string }
  /** `user:password` */
  | { readonly kind: 'basic'; readonly user: string }
  /** In a way, or in several at once, that has no field; `words` as the line has them, substitutions marked. */
  | { readonly kind: 'other'; readonly words: readonly string[] };

/** The options that carry a body. */
export type BodyOption = 'data' | 'data-ascii' | 'data-binary' | 'data-raw' | 'data-urlencode' | 'json';

/** A curl line as a form with fields. Any line made of it reads back as the same form. */
export interface CurlForm {
  readonly who: Who;
  readonly scheme: 'http' | 'https';
  /** As written, IPv6 in brackets. */
  readonly host: string;
  readonly port: number;
  /** The method that is sent. */
  readonly method: string;
  /** Path and query, as written, starting with `/`. */
  readonly path: string;
  readonly silent: boolean;
  /** `-k` */
  readonly insecure: boolean;
  /** The file of `--cacert`; '' for the system's authorities. */
  readonly authorities: string;
  /** `-i` */
  readonly include: boolean;
  /** `-v` */
  readonly verbose: boolean;
  /** Null for none. */
  readonly body: { readonly option: BodyOption; readonly text: string } | null;
  /** Words without a field, kept as they were; substitutions marked. */
  readonly kept: readonly string[];
}

/** The form's beginning: a stranger asks for the pods. */
export const NEW_FORM: CurlForm = {
  who: { kind: 'stranger' },
  scheme: 'https',
  host: 'localhost',
  port: 10250,
  method: 'GET',
  path: '/pods',
  silent: true,
  insecure: true,
  authorities: '',
  include: false,
  verbose: false,
  body: null,
  kept: [],
};
