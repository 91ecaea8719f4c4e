import type { Entry } from './entry.ts';

/** systemd's explanations of its own messages, as `journalctl -x` puts them below. Models catalog/systemd.catalog, v255. */
interface Explanation {
  readonly pattern: RegExp;
  readonly subject: (unit: string) => string;
  readonly text: (unit: string, found: RegExpExecArray) => readonly string[];
}

const EXPLANATIONS: readonly Explanation[] = [
  {
    pattern: /^Starting /,
    subject: (unit) => `A start job for unit ${unit} has begun execution`,
    text: (unit) => [`A start job for unit ${unit} has begun execution.`],
  },
  {
    pattern: /^Started /,
    subject: (unit) => `A start job for unit ${unit} has finished successfully`,
    text: (unit) => [`A start job for unit ${unit} has finished successfully.`],
  },
  {
    pattern: /^Failed to start /,
    subject: (unit) => `A start job for unit ${unit} has failed`,
    text: (unit) => [`A start job for unit ${unit} has finished with a failure.`],
  },
  {
    pattern: /^Stopping /,
    subject: (unit) => `A stop job for unit ${unit} has begun execution`,
    text: (unit) => [`A stop job for unit ${unit} has begun execution.`],
  },
  {
    pattern: /^Stopped /,
    subject: (unit) => `A stop job for unit ${unit} has finished`,
    text: (unit) => [`A stop job for unit ${unit} has finished.`],
  },
  {
    pattern: /: Main process exited, code=(\w+), status=(\d+)\//,
    subject: () => 'Unit process exited',
    text: (unit, found) => [
      `An ExecStart= process belonging to unit ${unit} has exited.`,
      '',
      `The process' exit code is '${found[1] ?? ''}' and its exit status is ${found[2] ?? ''}.`,
    ],
  },
  {
    pattern: /: Failed with result '([^']*)'\.$/,
    subject: () => 'Unit failed',
    text: (unit, found) => [`The unit ${unit} has entered the 'failed' state with result '${found[1] ?? ''}'.`],
  },
  {
    pattern: /: Deactivated successfully\.$/,
    subject: () => 'Unit succeeded',
    text: (unit) => [`The unit ${unit} has successfully entered the 'dead' state.`],
  },
  {
    pattern: /: Scheduled restart job, restart counter is at \d+\.$/,
    subject: () => 'Automatic restarting of a unit has been scheduled',
    text: (unit) => [
      `Automatic restarting of the unit ${unit} has been scheduled, as the result for`,
      'the configured Restart= setting for the unit.',
    ],
  },
];

/** The lines that `-x` adds to an entry; none where systemd has nothing to add. Numbers of jobs are left out. */
export function explanationOf(entry: Entry): readonly string[] {
  if (entry.identifier !== 'systemd') return [];
  for (const { pattern, subject, text } of EXPLANATIONS) {
    const found = pattern.exec(entry.message);
    if (found === null) continue;
    const lines = [
      `Subject: ${subject(entry.unit)}`,
      'Defined-By: systemd',
      'Support: http://www.ubuntu.com/support',
      '',
      ...text(entry.unit, found),
    ];
    return lines.map((line) => `░░ ${line}`);
  }
  return [];
}
