/** Who a request is, once authenticated: `k8s.io/apiserver/pkg/authentication/user.Info`. */
export interface Subject {
  readonly user: string;
  readonly uid?: string;
  readonly groups: readonly string[];
  readonly extra: Readonly<Record<string, readonly string[]>>;
}

export const ANONYMOUS: Subject = { user: 'system:anonymous', groups: ['system:unauthenticated'], extra: {} };

/** The extra in which Kubernetes notes the credential that a user came with. */
export const CREDENTIAL_ID = 'authentication.kubernetes.io/credential-id';
