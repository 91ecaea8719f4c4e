import { BASES } from '#engine/world/bases.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';

/** The moment at which tests of programs begin: 2026-11-24, 12:00 UTC. */
export const NOON = 1_795_521_600_000;

/** The base of a kubeadm node with its kubelet not started. */
export const COLD: World = BASES['kubeadm-node'](NOON).world;

/** The same, with node01's kubelet running. */
export const WARM: World = step(COLD, { type: 'start', node: 'node01', unit: 'kubelet.service' }).world;
