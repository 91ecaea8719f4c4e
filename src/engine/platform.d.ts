/**
 * The few names of the platform that libraries of the pure layers speak of in their types. Without them those types
 * would silently be `any`; with the whole of DOM or Node the engine could reach a screen or a disk.
 */

/** Spoken of by xstate's promise actors, which the engine does not use. */
interface AbortSignal {
  readonly aborted: boolean;
}
