import type { PlaceView } from '../view.ts';

/** A field in which a node is not as the cluster's ConfigMap says. */
export interface FleetDriftView {
  /** `authentication.anonymous.enabled` */
  readonly path: string;
  /** What a kubelet makes of the ConfigMap. */
  readonly wanted: string;
  /** What the configuration file on the node's disk says; null when it says nothing. */
  readonly file: string | null;
  /** What is in force, and where from; null while no kubelet runs. */
  readonly inForce: { readonly text: string; readonly source: string } | null;
  readonly place: PlaceView | null;
  /** Bears on security, and not for the better. */
  readonly risky: boolean;
  /** What became of the ConfigMap's value, and what brings it back, in a sentence. */
  readonly why: string;
}

/** A value at a glance: a word, and whether it lets in or shows what it should not. */
export interface FleetGlance {
  readonly text: string;
  readonly risky: boolean;
}

/** One node of the fleet. */
export interface FleetNodeView {
  readonly name: string;
  readonly role: 'control plane' | 'worker';
  readonly selected: boolean;
  readonly ready: boolean;
  /** "Ready", "NotReady" */
  readonly standing: string;
  /** Of the kubelet that runs, else of the one installed: `1.36.3`. */
  readonly version: string;
  /** What is in force; null while no kubelet runs. */
  readonly glance: {
    readonly anonymous: FleetGlance;
    readonly authorization: FleetGlance;
    readonly clientCA: FleetGlance;
    readonly readOnlyPort: FleetGlance;
  } | null;
  readonly drift: readonly FleetDriftView[];
  /** Why its file cannot be compared; '' when it can. */
  readonly trouble: string;
}

/** Every node beside the ConfigMap that all of them were configured from. */
export interface FleetView {
  /** What to know of the ConfigMap before reading: how much of the fleet is as it says, or why nothing can be compared. */
  readonly words: string;
  /** Whether there is a ConfigMap to compare with. */
  readonly compared: boolean;
  readonly nodes: readonly FleetNodeView[];
}
