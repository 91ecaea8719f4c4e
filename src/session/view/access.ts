/** One question to the API server, as it was put. */
export interface ReviewView {
  /** "get nodes/pods" */
  readonly title: string;
  /** The SubjectAccessReview as JSON. */
  readonly json: string;
  /** One sentence. */
  readonly answer: string;
  readonly outcome: 'allowed' | 'refused' | 'failed';
  /** The kubelet remembered the answer and did not ask again. */
  readonly cached: boolean;
}

/** What a request was asked about its rights, and what would be enough for it. */
export interface AccessView {
  /** In the order in which they were asked. */
  readonly reviews: readonly ReviewView[];
  readonly grant: {
    /** What it allows, in one sentence. */
    readonly sentence: string;
    /** ClusterRole and ClusterRoleBinding, for `kubectl apply -f -`. */
    readonly yaml: string;
    /** Why one should hesitate; empty when the grant is as small as it looks. */
    readonly dangers: readonly string[];
  };
}
