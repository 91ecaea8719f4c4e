/** What the table of the effective configuration says. */
export const CONFIGURATION_WORDS = {
  says: (where: string, value: string) => `${where} says ${value}.`,
  beats: (winner: string) => `${winner} beats it.`,
  newer: (value: string) => `The kubelet started before the file said so and keeps ${value}: a restart would take it.`,
  meansDefault: (value: string) => `That counts as not set, and the default is ${value}.`,
  nothing: 'nothing',
  flagDefault: (flag: string, shown: string, source: string) =>
    `/flagz shows ${shown}, the flag’s own default: nobody gave --${flag}, and ${
      source === 'default' ? 'the configuration has a default of its own' : `what decides is ${source}`
    }.`,
  givenOtherwise: (flag: string, shown: string, source: string) =>
    `/flagz shows ${shown}, as --${flag} was given. What is in force came together with other sources: ${source}.`,
  notRunning:
    'No kubelet runs, so nobody answers at /configz and /flagz. These are the values that the next start would have.',
  noStart: (error: string) => `No kubelet runs, and the next start would fail: ${error}`,
  noCommand: 'No kubelet runs, and systemd finds no command to start one with.',
  serverOff: 'enableServer is false, so the main port is closed and nobody can ask for it.',
  debuggingOff: 'enableDebuggingHandlers is false, so it is not served.',
  gateOff: (gate: string) => `The feature gate ${gate} is off, or this version has none, so it is not served.`,
} as const;
