import { sinceLastStart } from '../lastStart.ts';
import { homeOf, placeCause } from './evidence.ts';
import type { Misconception, Sighting } from './misconception.ts';

/** W6: the file cannot be read as a KubeletConfiguration, and the kubelet does not start. */
export const brokenFile: Misconception = {
  id: 'W6',
  name: 'A file that cannot be decoded',
  rank: 1,
  detect(evidence) {
    const node = homeOf(evidence);
    const error = node?.kubelet.lastExit?.error ?? '';
    if (node === null || node.kubelet.process !== null) return null;
    if (
      !/failed to load kubelet config file|failed to decode|yaml: line|cannot unmarshal|did not find expected/.test(
        error,
      )
    )
      return null;
    if (/unknown authorization mode/.test(error)) return null;
    const missing = /open (\S+): no such file or directory/.exec(error)?.[1];
    if (missing !== undefined) return noFile(missing);
    const line = sinceLastStart(node).findLast(({ about }) => about !== undefined);
    const place = line?.about;
    const where = place === undefined ? '' : ` The trouble is at line ${place.line}.`;
    const { why, answer } = remedyFor(error);
    const said = error.split('\n', 1)[0] ?? '';
    return {
      done: 'A config file was written that the kubelet cannot decode.',
      happens: `The kubelet ends with: ${said.length > 220 ? `…${said.slice(-220)}` : said}`,
      causes: place === undefined ? [] : [placeCause(place, node.name)],
      levels: [
        'What is the last thing that the kubelet says before it ends?',
        `journalctl -u kubelet shows it.${where} ${why}`,
        `${answer}; then restart.`,
      ],
    };
  },
};

/** What kind of trouble an error is, and what mends it. */
function remedyFor(error: string): { readonly why: string; readonly answer: string } {
  const field = /unmarshal (\w+) into Go (?:struct field \w+\.([\w.]+)|value) of type (\S+)/.exec(error);
  const [, is = '', path = '', type = ''] = field ?? [];
  if (field !== null) {
    const wanted = wantedFor(type);
    return {
      why: `The file is YAML, but a value is of another kind than the field: it is written as ${is}.`,
      answer: `${path === '' ? 'Give that field' : `Give ${path}`} ${wanted}`,
    };
  }
  if (/no kind|Object 'Kind' is missing|apiVersion/.test(error)) {
    return {
      why: 'The first thing that a kubelet looks for in the file is what it is.',
      answer: 'Write apiVersion: kubelet.config.k8s.io/v1beta1 and kind: KubeletConfiguration',
    };
  }
  return {
    why: 'The file is no YAML there or in the line before: a tab, an indent, a sign that is not closed.',
    answer: 'Indent that line by spaces as its neighbours of the same level are',
  };
}

/** What a field of a type of Go is written as. */
function wantedFor(type: string): string {
  if (type === 'bool') return 'true or false, without quotes';
  if (/^u?int/.test(type)) return 'a number, without quotes';
  if (type === 'string') return 'a text';
  if (type.startsWith('[]')) return 'a list, each entry behind a dash';
  if (/Duration$/.test(type)) return 'a duration such as 30s';
  return 'a map: its fields go below it, indented by spaces';
}

function noFile(path: string): Sighting {
  return {
    done: `The command line names ${path} for the configuration, and there is no such file.`,
    happens: 'A kubelet that shall read a file and does not find it does not start. It takes no defaults in its place.',
    causes: [{ kind: 'text', label: `${path}: no such file` }],
    levels: [
      'Which file does the kubelet say it cannot open?',
      `--config or --config-dir leads to ${path}. Either the path is wrong, or the file was taken away.`,
      `Write ${path} again, or name the right path, and restart. kubeadm upgrade node phase kubelet-config writes /var/lib/kubelet/config.yaml from the cluster’s ConfigMap.`,
    ],
  };
}
