/** Names that a case does not say itself. */
export interface CaseNames {
  readonly node: string;
  /** The folder of the static pods' manifests. */
  readonly manifests: string;
  /** Two who may read `/configz`: a pair of `pki/`, and a service account for where no certificate is asked. */
  readonly certificate: string;
  readonly token: string;
}

/** The names in the recordings. */
export const RECORDED_NAMES: CaseNames = {
  node: 'node01',
  manifests: '/etc/kubernetes/manifests',
  certificate: 'admin',
  token: 'default/admin',
};
