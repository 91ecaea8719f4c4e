const FEATURES: Readonly<Record<string, boolean>> = {
  AtomicFIFO: true,
  ClientsAllowCARotation: true,
  ClientsAllowCBOR: false,
  ClientsAllowTLSCacheGC: true,
  ClientsPreferCBOR: false,
  InOrderInformers: true,
  InOrderInformersBatchProcess: true,
  InformerResourceVersion: true,
  UnlockWhileProcessingFIFO: true,
  WatchListClient: true,
};

/**
 * What client-go tells of its own gates, from `-v=1` on; a real one takes them in the random order of a Go map.
 * Models client-go/features/envvar.go, v0.36.
 */
export const FEATURE_LINES: readonly string[] = Object.entries(FEATURES).map(
  ([name, enabled]) => `"Feature gate default state" feature="${name}" enabled=${enabled}`,
);
