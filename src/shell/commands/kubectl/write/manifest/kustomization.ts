import { isDirectory, readText } from '#engine/host/files.ts';
import { absolutePath } from '../../../../paths.ts';
import type { Invocation } from '../../invocation.ts';
import { type KubeError, plainError } from '../../kubeError.ts';

const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** What becomes of `-k DIRECTORY`: the error of a directory without a kustomization, else that they are not modelled. */
export function kustomizationError(invocation: Invocation): KubeError | null {
  const given = invocation.flags.text('kustomize');
  if (given === '') return null;
  const files = invocation.files();
  const path = absolutePath(invocation.context.workingDirectory, given);
  if (!isDirectory(files, path)) {
    const message = `must build at directory: not a valid directory: evalsymlink failure on '${given}' : lstat ${path}: no such file or directory`;
    return plainError(message);
  }
  if (NAMES.some((name) => readText(files, `${path}/${name}`) !== null)) {
    return { kind: 'not-modelled', message: 'kubectl -k' };
  }
  return plainError(
    `unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '${path}'`,
  );
}
