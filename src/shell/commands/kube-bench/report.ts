import type { Result } from '#engine/benchmark/benchmark.ts';
import type { Profile } from '#engine/benchmark/profile.ts';

/** Which parts of a report are wanted, and whether it is in colour. */
export interface Look {
  readonly results: boolean;
  readonly remediations: boolean;
  readonly summary: boolean;
  readonly totals: boolean;
  /** Whether what a FAIL had seen is shown below it. */
  readonly output: boolean;
  readonly coloured: boolean;
}

const COLOURS = { PASS: 32, FAIL: 31, WARN: 33, INFO: 34 } as const;
type Mark = keyof typeof COLOURS;

/** The report as people read it. Models kube-bench 0.15.6, cmd/common.go prettyPrint. */
export function reportText(profile: Profile, results: readonly Result[], look: Look): string {
  const paint = (mark: Mark, text: string): string =>
    look.coloured ? `\u001b[${COLOURS[mark]}m${text}\u001b[0m` : text;
  const line = (mark: Mark, text: string): string => `${paint(mark, `[${mark}] `)}${text}\n`;
  const worst = (['FAIL', 'WARN'] as const).find((state) => countOf(results, state) > 0) ?? 'PASS';
  let text = '';
  if (look.results) {
    text += line('INFO', `${profile.id} ${profile.text}`);
    for (const group of profile.groups) {
      const own = results.filter((result) => result.group === group);
      if (own.length > 0) text += line('INFO', `${group.id} ${group.text}`);
      for (const { check, state, actual } of own) {
        text += line(state, `${check.id} ${check.text}`);
        if (look.output && state === 'FAIL' && actual !== '') {
          text += actual
            .split('\n')
            .map((row) => `\t ${row}\n`)
            .join('');
        }
      }
    }
    text += '\n';
  }
  if (look.remediations && worst !== 'PASS') {
    text += paint('WARN', '== Remediations node ==\n');
    for (const { check, state, reason, remedy } of results) {
      if (state === 'PASS') continue;
      const words = state === 'WARN' && reason !== '' ? `audit test did not run: ${reason}` : `${remedy}\n`;
      text += `${check.id} ${words}\n`;
    }
    text += '\n';
  }
  const summary = (name: string): string =>
    `${paint(worst, `== Summary ${name} ==\n`)}${countOf(results, 'PASS')} checks PASS\n${countOf(results, 'FAIL')} checks FAIL\n${countOf(results, 'WARN')} checks WARN\n0 checks INFO\n\n`;
  if (look.summary) text += summary('node');
  if (look.totals) text += summary('total');
  return text;
}

/** How many results have a state. */
export function countOf(results: readonly Result[], wanted: Result['state']): number {
  return results.filter(({ state }) => state === wanted).length;
}

/** The report as programs read it. Models check/controls.go. */
export function reportJson(profile: Profile, results: readonly Result[], detected: string, totals: boolean): string {
  const sums = {
    total_pass: countOf(results, 'PASS'),
    total_fail: countOf(results, 'FAIL'),
    total_warn: countOf(results, 'WARN'),
    total_info: 0,
  };
  const groups = profile.groups.flatMap((group) => {
    const own = results.filter((result) => result.group === group);
    if (own.length === 0) return [];
    return {
      section: group.id,
      type: '',
      pass: countOf(own, 'PASS'),
      fail: countOf(own, 'FAIL'),
      warn: countOf(own, 'WARN'),
      info: 0,
      desc: group.text,
      results: own.map(jsonOf),
    };
  });
  const controls = [
    {
      id: profile.id,
      version: profile.version,
      detected_version: detected,
      text: profile.text,
      node_type: 'node',
      tests: groups,
      ...sums,
    },
  ];
  const text = JSON.stringify(totals ? { Controls: controls, Totals: sums } : controls);
  return `${text.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026')}\n`;
}

function jsonOf({ check, state, actual, expected, reason, command, configCommand, remedy }: Result): object {
  return {
    test_number: check.id,
    test_desc: check.text,
    audit: command,
    AuditEnv: '',
    AuditConfig: configCommand,
    type: '',
    remediation: `${remedy}\n`,
    test_info: [`${remedy}\n`],
    status: state,
    actual_value: actual,
    scored: check.scored,
    IsMultiple: false,
    expected_result: expected,
    ...(reason === '' ? {} : { reason }),
  };
}
