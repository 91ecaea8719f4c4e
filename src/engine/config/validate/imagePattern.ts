const PATH = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const HOST =
  /^(?:[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:]+\])(?::\d+)?$/;

/** What is wrong with an entry of preloadedImagesVerificationAllowlist; null when nothing is. Models pkg/kubelet/images/pullmanager, v1.36. */
export function imagePatternError(pattern: string): string | null {
  if (pattern !== pattern.trim()) return `leading/trailing spaces are not allowed: ${pattern}`;
  const wildcard = pattern.endsWith('/*');
  const trimmed = wildcard ? pattern.slice(0, -1) : pattern;
  if (trimmed === '') return `the supplied pattern is too short: ${pattern}`;
  if (trimmed.includes('*'))
    return `not a valid wildcard pattern, only patterns ending with '/*' are allowed: ${pattern}`;
  if (wildcard) return trimmed.length === 1 ? 'at least registry hostname is required' : null;
  return imageNameError(trimmed);
}

function imageNameError(name: string): string | null {
  const untagged = name.replace(/@[a-z0-9]+:[0-9a-f]+$/, '').replace(/:[\w][\w.-]*$/, '');
  const [host = '', ...rest] = untagged.split('/');
  const parts = rest.length > 0 && /[.:[]|^localhost$|[A-Z]/.test(host) ? rest : [host, ...rest];
  const hostIsGood = parts.length === rest.length ? HOST.test(host) : true;
  if (!hostIsGood || !parts.every((part) => PATH.test(part))) {
    const lower = parts.some((part) => /[A-Z]/.test(part)) && hostIsGood;
    return `failed to parse as an image name: ${lower ? 'repository name must be lowercase' : 'invalid reference format'}`;
  }
  return untagged === name ? null : `neither tag nor digest is accepted in an image reference: ${name}`;
}
