import type { ConfigurationView } from '../view/configuration.ts';
import type { SessionView } from '../view.ts';

/**
 * A view without what judges or advises, as far as that is not allowed: marks behind lines, what is owed and what is risky
 * are a diagnosis; requests that lie ready are a hint.
 */
export function unadvised(view: SessionView): SessionView {
  const { diagnosis, hints } = view.allowed;
  return {
    ...view,
    ...(!diagnosis && {
      files: view.files.map((file) => ({ ...file, marks: [] })),
      strip: { ...view.strip, owed: [] },
      settings: view.settings.map((setting) => ({ ...setting, risky: false })),
    }),
    ...(!hints && { readyRequests: [] }),
  };
}

/** A configuration without the verdicts of a hardened node, and without the words for what does not agree. */
export function unjudged(view: ConfigurationView): ConfigurationView {
  return {
    ...view,
    rows: view.rows.map((row) => ({
      ...row,
      risky: false,
      verdict: 'fine',
      hardened: '',
      why: '',
      disagreements: [],
    })),
  };
}
