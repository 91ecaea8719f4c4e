import type { Subject } from './subject.ts';

/** The question of a SubjectAccessReview; a kubelet asks about resources only, its `verb` empty for HEAD and the like. */
export interface AccessQuestion {
  readonly subject: Subject;
  readonly verb: string;
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly subresource: string;
  readonly namespace: string;
  readonly name: string;
  /** The path asked for when the question is about no resource (`/healthz`). */
  readonly path?: string;
  /** The field selector of a list, as the client wrote it. */
  readonly fieldSelector?: string;
}

/** The rule that allowed: which binding led to which rule of which role. */
export interface DecidingRule {
  readonly binding: { readonly kind: string; readonly namespace: string; readonly name: string };
  readonly role: { readonly kind: string; readonly namespace: string; readonly name: string };
  /** Index into the role's rules. */
  readonly rule: number;
  /** The subject of the binding that matched (`User bob`, `Group dev`, `ServiceAccount monitoring/prometheus`). */
  readonly through: string;
}

/** The API server's answer to a SubjectAccessReview. */
export interface AccessDecision {
  readonly allowed: boolean;
  /** `status.reason`, as the authorizer words it. */
  readonly reason: string;
  /** Which authorizer decided: `RBAC`, `Node`, `system:masters`; null when none allowed. */
  readonly by: string | null;
  readonly rule: DecidingRule | null;
  /** Names of the bindings that were looked at because they name this subject, whether or not they helped. */
  readonly considered: readonly string[];
}

/** A failure to ask: the API server is unreachable, or refuses the kubelet itself. */
export interface ReviewFailure {
  /** The error as the kubelet's client words it. */
  readonly error: string;
}

/** The API server's answer to a TokenReview. */
export type TokenDecision =
  | { readonly authenticated: true; readonly subject: Subject }
  /** `error` is `status.error`; empty when the review just said no. */
  | { readonly authenticated: false; readonly error: string };
