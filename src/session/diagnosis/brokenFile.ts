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
    const said = error.split('\n', 1)[0] ?? '';
    return {
      done: 'A config file was written that the kubelet cannot decode.',
      happens: `The kubelet ends with: ${said.length > 220 ? `…${said.slice(-220)}` : said}`,
      causes: place === undefined ? [] : [placeCause(place, node.name)],
      levels: [
        'What is the last thing that the kubelet says before it ends?',
        `journalctl -u kubelet shows it.${where} A tab, an indent, or a text where a map belongs is enough.`,
        'Mend that line: authorization is a map with mode below it, indented by spaces; then restart.',
      ],
    };
  },
};

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
