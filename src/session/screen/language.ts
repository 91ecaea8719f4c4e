import type { FileView } from '../view.ts';

/** The language a file is written in, by its path, and for YAML by what it says it is. */
export function languageOf(path: string, text: string): FileView['language'] {
  if (/\.(service|socket|timer|target)$/.test(path) || /\.(service|socket)\.d\/[^/]+\.conf$/.test(path))
    return 'systemd';
  if (/^\/etc\/(default|sysconfig)\//.test(path) || path.endsWith('.env')) return 'environment';
  if (/^kind:\s*["']?KubeletConfiguration\b/m.test(text) || /\/kubelet\/config\.ya?ml$/.test(path))
    return 'kubelet-yaml';
  if (/\.ya?ml$/.test(path) || /^\/etc\/kubernetes\/.*\.conf$/.test(path)) return 'yaml';
  return 'plain';
}
