/** Whether Go's sloppy parser takes text for an IP address: leading zeros pass, zones do not. Models k8s.io/utils/net ParseIPSloppy. */
export function isIp(text: string): boolean {
  return text.includes(':') ? isV6(text) : isV4(text);
}

function isV4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^\d+$/.test(part) && Number(part) <= 255);
}

function isV6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1);
  const v4 = last?.includes('.') === true;
  if (v4 && !isV4(last)) return false;
  const plain = v4 ? groups.slice(0, -1) : groups;
  if (!plain.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  const size = plain.length + (v4 ? 2 : 0);
  return halves.length === 2 ? size < 8 : size === 8;
}
