/** What the form, its chips and its list of identities say. */
export const WORDS = {
  stranger: 'a stranger',
  strangerNote: 'no credential at all',
  nodeItself: 'the node itself',
  subjectOf: (name: string, groups: readonly string[], issuer: string) =>
    [name, ...groups.map((group) => `group ${group}`), `signed by ${issuer}`].join(', '),
  portSays: {
    main: 'the kubelet’s own API',
    readOnly: 'read-only, asks nobody',
    healthz: 'health only',
  },
  butAs: (who: string) => `but as ${who}`,
  butPort: (port: number) => `but at port ${port}`,
  butMethod: (method: string) => `but by ${method}`,
  butPath: (path: string) => `but for ${path}`,
  whoKinds: {
    stranger: 'a stranger',
    certificate: 'another certificate',
    'token-file': 'another token',
    token: 'a token typed in',
    basic: 'user and password',
    other: 'somebody else',
  },
} as const;
