/** What Go says of a name that the node's resolver does not know. */
export function noSuchHost(host: string): string {
  return `dial tcp: lookup ${host} on 10.0.0.2:53: no such host`;
}
