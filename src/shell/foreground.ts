import type { World } from '#engine/world/world.ts';

/** What holds the terminal when a command has printed what it had to. */
export type Foreground =
  /** `vi FILE`: the file opens in the editor beside the terminal; one that is not there is made when it is first written. */
  | { readonly kind: 'edit'; readonly node: string; readonly path: string }
  /** `kubectl edit`: a text is edited; saving runs `line` with the text as its standard input, closing unchanged says `unchanged`. */
  | {
      readonly kind: 'edit-text';
      readonly title: string;
      readonly text: string;
      readonly line: string;
      readonly unchanged: string;
    }
  /** `ssh`, `sudo -i`, `bash`, `kubectl exec -it`: a shell inside the shell, until `exit`. */
  | { readonly kind: 'enter'; readonly frame: Frame }
  /** `exit`, Ctrl-D: back to the shell outside. */
  | { readonly kind: 'leave'; readonly exitCode: number }
  /** `clear` */
  | { readonly kind: 'clear' }
  /** `journalctl -f`, `kubectl logs -f`, `kubectl get -w`, `kubectl port-forward`: prints as the world changes, until Ctrl-C. */
  | { readonly kind: 'follow'; readonly follower: Follower };

/** Something that prints as time passes. Pure: each look gives the text that is new and the follower that goes on. */
export interface Follower {
  look(world: World): { readonly text: string; readonly next: Follower | null };
}

/** A shell that is open: on a node, or in a container of one. */
export type Frame =
  | {
      readonly kind: 'node';
      readonly node: string;
      readonly workingDirectory: string;
      /** What is printed when it is left: `logout`. */
      readonly closing?: string;
    }
  | {
      readonly kind: 'container';
      readonly node: string;
      /** `namespace/pod/container` */
      readonly container: string;
      /** The shell that was started: `sh`. */
      readonly program: string;
      readonly closing?: string;
    };
