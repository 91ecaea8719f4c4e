import { type Files, readText } from '../../host/files.ts';

/**
 * The static pod manifests a kubelet sees: path → text of each file directly in `staticPodPath` (or the one file it
 * names), hidden files left out. Models extractFromDir in pkg/kubelet/config/file.go, v1.36.
 */
export function readManifests(files: Files, staticPodPath: string): Readonly<Record<string, string>> {
  if (staticPodPath === '') return {};
  const root = staticPodPath.replace(/\/+$/, '');
  const single = readText(files, root);
  if (single !== null) return { [root]: single };
  const found: [string, string][] = [];
  for (const path of Object.keys(files).sort()) {
    const name = path.slice(root.length + 1);
    if (!path.startsWith(`${root}/`) || name.includes('/') || name.startsWith('.')) continue;
    const text = readText(files, path);
    if (text !== null) found.push([path, text]);
  }
  return Object.fromEntries(found);
}
