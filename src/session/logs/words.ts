/** What the panel of logs says. */
export const LOGS = {
  titles: {
    kubectl: 'kubectl to the API server',
    connection: 'API server to the kubelet: connection',
    identity: 'The kubelet: who is asking?',
    rights: 'The kubelet: may they?',
    container: 'The log itself',
  },
  notReached: 'The request did not come this far.',
  sent: (user: string) => `The API server takes the request, from ${user}.`,
  neverSent: 'kubectl sent no request: what it prints is its own.',
  connected: (address: string, certificate: string) =>
    `The API server reached ${address} and showed ${certificate === '' ? 'no certificate of its own' : `its certificate ${certificate}`}.`,
  log: 'The container’s log came back.',
  works: 'Every hop lets the request pass.',
  broken: {
    kubectl: 'It ends before any kubelet is asked: between kubectl and the API server.',
    connection: 'The API server cannot talk to the kubelet: the connection fails before anybody is asked who they are.',
    identity:
      'The kubelet does not accept the API server: it is the API server that the kubelet does not know, not you.',
    rights: 'The kubelet knows the API server, and does not let it read logs.',
    container: 'The kubelet took the request, and could not give the log.',
  },
  next: {
    kubectl: 'Which API server does your kubeconfig name, does it run, and does it know you?',
    connection:
      'Does the kubelet listen there, which certificate does it serve, and which authority does the API server check it against?',
    identity:
      'Which CA does the kubelet check clients against, and which certificate does --kubelet-client-certificate show?',
    rights: 'Which ClusterRoleBinding names the user that the kubelet saw?',
    container: 'Are the kubelet’s debugging handlers on, and does the container exist?',
  },
  none: 'No kubelet has reported a pod yet, so there is no log to ask for.',
} as const;
