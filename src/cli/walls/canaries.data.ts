/** A file that breaks its layer's law, and what each tool must say of it. */
export interface Canary {
  readonly layer: 'engine' | 'shell' | 'packs' | 'session' | 'ui' | 'browser' | 'cli';
  readonly code: string;
  /** Parts of Biome's messages, all of which must appear. */
  readonly biome: readonly string[];
  /** Parts of the type checker's messages, all of which must appear. */
  readonly types: readonly string[];
}

const MEET_BY_NAME = 'Layers meet by name';
const NOT_OF_PROJECT = 'is not listed within the file list of project';

/** One canary per layer. Each imports a `neighbour.ts` that the layer may not know, and touches a global that it has not. */
export const CANARIES: readonly Canary[] = [
  {
    layer: 'engine',
    code: "import '#shell/neighbour.ts';\nimport '../ui/neighbour.ts';\nexport const broken = [document, process, Date.now()];\n",
    biome: ['engine/ knows Kubernetes and nothing else', MEET_BY_NAME, 'noRestrictedGlobals'],
    types: ["Cannot find name 'document'", "Cannot find name 'process'", NOT_OF_PROJECT],
  },
  {
    layer: 'shell',
    code: "import '#session/neighbour.ts';\nimport 'yaml';\nexport const broken = [window, process];\n",
    biome: ['shell/ turns text into events and text', 'noRestrictedGlobals'],
    types: ["Cannot find name 'window'", "Cannot find name 'process'", NOT_OF_PROJECT],
  },
  {
    layer: 'packs',
    code: "import '#shell/neighbour.ts';\nimport 'xstate';\nexport const broken = [document, process];\n",
    biome: ['packs/ is the language of scenarios', 'noRestrictedGlobals'],
    types: ["Cannot find name 'document'", "Cannot find name 'process'", NOT_OF_PROJECT],
  },
  {
    layer: 'session',
    code: "import '#ui/neighbour.ts';\nimport 'react';\nexport const broken = [localStorage, process];\n",
    biome: ['session/ is one run of a learner', 'noRestrictedGlobals'],
    types: ["Cannot find name 'localStorage'", "Cannot find name 'process'", NOT_OF_PROJECT],
  },
  {
    layer: 'ui',
    code: "import '#engine/neighbour.ts';\nimport '../browser/neighbour.ts';\nexport const broken = [document, process];\n",
    biome: ['ui/ sees only #session/view.ts and #session/commands.ts', MEET_BY_NAME],
    types: ["Cannot find name 'process'", NOT_OF_PROJECT],
  },
  {
    layer: 'browser',
    code: "import 'node:fs';\nimport '../cli/neighbour.ts';\nexport const broken = [document, process];\n",
    biome: ['browser/ is a host: it may import every layer but cli', MEET_BY_NAME],
    types: ["Cannot find name 'process'", NOT_OF_PROJECT],
  },
  {
    layer: 'cli',
    code: "import '#ui/neighbour.ts';\nimport '../browser/neighbour.ts';\nexport const broken = [document, process];\n",
    biome: ['cli/ is a host without a screen', MEET_BY_NAME],
    types: ["Cannot find name 'document'", NOT_OF_PROJECT],
  },
];
