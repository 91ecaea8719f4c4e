/** The text that lies where a program of the node would, so that its checksum is its own: one for each program, and for each version of the kubelet. */
export function programText(name: string, version: string): string {
  return `portside: here the file of ${name}${name === 'kubelet' ? ` ${version}` : ''} would lie. It holds no program, so its checksum is not the published one.\n`;
}
