/** The few names of the platform that the interpreter's types speak of; a browser and Node both have them. */

interface AbortSignal {
  readonly aborted: boolean;
}

declare class AbortController {
  readonly signal: AbortSignal;
  abort(): void;
}
