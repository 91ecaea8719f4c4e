import type { SessionVersions } from '#session/view/versions.ts';

/** Two versions and one change between them. */
export const FAKE_VERSIONS: SessionVersions = {
  choices: () => [
    { version: '1.36.3', note: null },
    { version: '1.34.9', note: 'the line of the CKS exam today' },
  ],
  changes: (from, to) =>
    from === to ? [] : [{ what: '`//pods` is redirected with 301.', source: 'recorded: routes, 1.31 and 1.34' }],
};
