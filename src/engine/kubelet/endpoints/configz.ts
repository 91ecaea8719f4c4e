import { goJson } from './goJson.ts';
import type { Handled, HandlerContext } from './handler.ts';
import { reply } from './reply.ts';

const HEADERS = [
  ['Content-Type', 'application/json'],
  ['X-Content-Type-Options', 'nosniff'],
] as const;

/** `/configz`: the configuration in force, not what any file says. Models component-base/configz/configz.go, v1.36. */
export function configz({ process }: HandlerContext): Handled {
  return { answer: reply(200, HEADERS, goJson({ kubeletconfig: process.config.configz })) };
}
