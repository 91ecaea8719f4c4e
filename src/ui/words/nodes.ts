/** The words of the cluster's nodes. */
export const NODES = {
  choose: 'Node',
  option: (name: string, role: string, ready: boolean) => `${name} (${role}${ready ? '' : ', not Ready'})`,
  turned: (name: string) => `Now on ${name}.`,
} as const;
