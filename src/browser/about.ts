import { FIDELITY } from '#session/fidelity.data.ts';
import type { AboutView } from '#session/view/about.ts';
import fidelity from '../../docs/fidelity.md?raw';
import notModelled from '../../docs/not-modelled.md?raw';
import threatModel from '../../docs/threat-model.md?raw';

/** What was measured, and the documents that say how, as they were when the page was built. */
export const ABOUT: AboutView = { figures: FIDELITY, fidelity, notModelled, threatModel };
