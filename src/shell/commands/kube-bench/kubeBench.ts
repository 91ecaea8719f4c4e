import { benchmark, type Result } from '#engine/benchmark/benchmark.ts';
import { editionFor, profileOf } from '#engine/benchmark/edition.ts';
import type { machineOf } from '#engine/benchmark/machine.ts';
import type { Profile } from '#engine/benchmark/profile.ts';
import { nodeNamed } from '#engine/world/world.ts';
import type { CommandContext, CommandResult, NodeCommand } from '../../command.ts';
import { complained, notModelled, printed } from '../answer.ts';
import { ps } from '../ps/ps.ts';
import { listOf, type Options, readFlags } from './options.ts';
import { countOf, reportJson, reportText } from './report.ts';

const TARGETS = ['master', 'controlplane', 'node', 'etcd', 'policies'];

const USAGE = `Usage:
  kube-bench run [flags]

Flags:
      --benchmark string      CIS edition, such as cis-1.12
  -c, --check string          checks to run, with commas between: 4.2.1,4.2.2
      --exit-code int         exit code when checks fail
  -g, --group string          groups to run: 4.1,4.2
      --include-test-output   show below a FAIL what was seen
      --json                  print JSON
      --noremediations        no section of remediations
      --noresults             no section of results
      --nosummary             no summary of the section
      --nototals              no totals
  -s, --targets strings       node
      --version string        Kubernetes version, instead of detecting it
`;

/** `kube-bench`: checks of the CIS Kubernetes Benchmark for a node. Models kube-bench 0.15.6. */
export const kubeBench: NodeCommand = {
  name: 'kube-bench',
  manual: `KUBE-BENCH(1)                   User Commands                   KUBE-BENCH(1)

NAME
       kube-bench - checks a node against the CIS Kubernetes Benchmark

EXAMPLES
       kube-bench run --targets node
       kube-bench run --targets node --check 4.2.1,4.2.2
       kube-bench run --targets node --group 4.2 --noremediations

NOTES
       It looks for a flag in ps -fC kubelet and, only if it is not there, for
       the key in a file: the first that exists of a fixed list, which need
       not be the one that the kubelet was started with.
       A manual check is a WARN where another would be a FAIL.
`,
  run(parameters, context) {
    const options = readFlags(parameters);
    if ('error' in options) return complained(`Error: ${options.error}\n${USAGE}\n`, 255);
    if (options.switches.has('help')) return printed(USAGE);
    const node = nodeNamed(context.world, context.node);
    if (node === undefined) return notModelled(`there is no node ${context.node}.`);
    const version = options.values.get('version');
    const given = options.values.get('benchmark');
    if (version !== undefined && given !== undefined) {
      return failed(
        'unable to get benchmark version. error: It is an error to specify both --version and --benchmark flags',
      );
    }
    const detected = node.kubelet.version.split('.').slice(0, 2).join('.');
    const edition = given ?? editionFor(version ?? detected);
    if (edition === null) {
      return failed(
        `unable to get benchmark version. error: unable to find a matching Benchmark Version match for kubernetes version: ${version ?? detected}`,
      );
    }
    const profile = profileOf(edition);
    if (profile === null) {
      return notModelled(`of kube-bench's editions only cis-1.12 is modelled, not ${edition}: --benchmark cis-1.12`);
    }
    const targets = listOf(options.values.get('targets'));
    if (targets.some((target) => !TARGETS.includes(target))) {
      return failed(
        `The specified --targets "${targets.join(',')}" are not configured for the CIS Benchmark ${edition}\n Valid targets [${TARGETS.join(' ')}]`,
      );
    }
    if (!options.isRun || targets.join() !== 'node') {
      return notModelled("of kube-bench's targets only node is modelled: kube-bench run --targets node");
    }
    const names = { detected: given === undefined && version === undefined ? detected : 'none', profile };
    return report(options, names, context);
  },
  complete(words) {
    const last = words.at(-1) ?? '';
    if (words.at(-2) === '--targets' || words.at(-2) === '-s') return [{ insert: 'node' }];
    const all = ['run', '--targets', '--check', '--group', '--json', '--noremediations', '--nosummary', '--benchmark'];
    return all.filter((word) => word.startsWith(last) && last !== '').map((insert) => ({ insert }));
  },
};

function report(
  { switches, values }: Options,
  { profile, detected }: { readonly profile: Profile; readonly detected: string },
  context: CommandContext,
): CommandResult {
  const [checks, groups] = [listOf(values.get('check')), listOf(values.get('group'))];
  if (checks.length > 0 && groups.length > 0) {
    return failed("error setting up run filter: group option and check option can't be used together");
  }
  const skipped = listOf(values.get('skip'));
  if (skipped.length > 0) return notModelled('kube-bench --skip is not modelled.');
  const wanted = ({ check, group }: Result): boolean =>
    (checks.length === 0 || checks.includes(check.id)) && (groups.length === 0 || groups.includes(group.id));
  const results = benchmark(machineFor(context), profile).filter(wanted);
  const stderr = results.flatMap(({ errors }) => errors).join('');
  const look = {
    results: !switches.has('noresults'),
    remediations: !switches.has('noremediations'),
    summary: !switches.has('nosummary'),
    totals: !switches.has('nototals'),
    output: switches.has('include-test-output'),
    coloured: context.terminal.stdout,
  };
  const stdout = switches.has('json')
    ? reportJson(profile, results, detected, look.totals)
    : reportText(profile, results, look);
  const exitCode = countOf(results, 'FAIL') > 0 ? Number.parseInt(values.get('exit-code') ?? '0', 10) || 0 : 0;
  return { stdout, stderr, exitCode, events: [] };
}

/** The node as kube-bench sees it, with the lines of the node's own `ps`. */
function machineFor(context: CommandContext): ReturnType<typeof machineOf> {
  const node = nodeNamed(context.world, context.node);
  const list = (program: string): string | null => {
    const { stdout, exitCode } = ps.run(['-fC', program], {
      ...context,
      terminal: { ...context.terminal, stdout: false },
    });
    return exitCode === 0 ? stdout : null;
  };
  return { files: node?.host.files ?? {}, kubelet: list('kubelet'), proxy: list('kube-proxy') };
}

function failed(words: string): CommandResult {
  return complained(`\n${words}\n`);
}
