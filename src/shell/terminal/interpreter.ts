import type { Bash, BashOptions } from 'just-bash/browser';

/** The interpreter, once it is loaded. */
export interface Interpreter {
  readonly Bash: typeof Bash;
}

/** A script as the interpreter parses it. */
export type Script = ReturnType<Bash['transform']>['ast'];
export type Statement = Script['statements'][number];
export type Pipeline = Statement['pipelines'][number];
export type SyntaxNode = Pipeline['commands'][number];

/** Loads the interpreter: a chunk of its own, since most of what a learner does needs none. */
export async function loadInterpreter(): Promise<Interpreter> {
  return await import('just-bash/browser');
}

/** The programs of just-bash that a node has; what they do wrong, or what a node's own does otherwise, is ours. */
export const PROGRAMS: NonNullable<BashOptions['commands']> = [
  ...([
    'echo',
    'cat',
    'printf',
    'mkdir',
    'rmdir',
    'touch',
    'rm',
    'cp',
    'mv',
    'ln',
    'chmod',
    'pwd',
    'readlink',
  ] as const),
  ...(['grep', 'fgrep', 'egrep', 'sed', 'awk', 'sort', 'uniq', 'comm', 'cut', 'paste'] as const),
  ...(['tr', 'rev', 'nl', 'fold', 'expand', 'unexpand', 'strings', 'split', 'column', 'join', 'tee'] as const),
  ...(['basename', 'dirname', 'tree', 'du', 'alias', 'unalias', 'xargs', 'true', 'false'] as const),
  ...([
    'bash',
    'sh',
    'jq',
    'yq',
    'base64',
    'sleep',
    'timeout',
    'seq',
    'expr',
    'md5sum',
    'sha1sum',
    'sha256sum',
  ] as const),
  ...(['file', 'tac', 'od', 'time'] as const),
];

/** So much may one command of a line do. No learner's line comes near; a line that never ends does. */
export const LIMITS: NonNullable<BashOptions['executionLimits']> = {
  maxSourceBytes: 256 * 1024,
  maxCallDepth: 60,
  maxExecDepth: 20,
  maxCommandCount: 10_000,
  maxLoopIterations: 10_000,
  maxAwkIterations: 50_000,
  maxSedIterations: 20_000,
  maxJqIterations: 50_000,
  maxQueryElements: 200_000,
  maxWorkUnits: 500_000,
  maxExecutionTimeMs: 5_000,
  maxExtensionCleanupTimeMs: 50,
  maxGlobOperations: 50_000,
  maxStringLength: 4 * 1024 * 1024,
  maxArrayElements: 50_000,
  maxHeredocSize: 512 * 1024,
  maxSubstitutionDepth: 20,
  maxBraceExpansionResults: 10_000,
  maxOutputSize: 8 * 1024 * 1024,
  maxInputBytes: 32 * 1024 * 1024,
  maxSourceDepth: 20,
};
