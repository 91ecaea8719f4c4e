import { bytesOf, hex, utf8Bytes } from './bytes.ts';
import { digest } from './digest.ts';
import { issueCertificate } from './issue.ts';
import { poolKey } from './keyPool.ts';
import { remembering } from './memo.ts';

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

/** The two files a kubelet makes for itself, PEM. */
export interface SelfSigned {
  /** Leaf, then the authority that signed it and whose key nobody keeps. */
  readonly certificate: string;
  readonly key: string;
}

/**
 * The serving certificate that a kubelet makes when it is given none: `<host>@<unix time>` for the DNS name `host`,
 * issued by `<host>-ca@<unix time>`, valid for a year from an hour ago. Keys and serial follow from host and time.
 * Models GenerateSelfSignedCertKey in client-go/util/cert/cert.go, v0.36.
 */
export function selfSignedServing(host: string, now: number): SelfSigned {
  return made(`${Math.floor(now / 1000)} ${host}`);
}

/** Pairs by second and host: a world that is played again makes the same one. */
const made: (key: string) => SelfSigned = remembering(64, (key) => {
  const space = key.indexOf(' ');
  return make(key.slice(space + 1), Number(key.slice(0, space)));
});

function make(host: string, seconds: number): SelfSigned {
  const chance = digest('SHA256', utf8Bytes(`${host} ${seconds}`));
  const authorityKey = poolKey(chance.charCodeAt(0));
  const key = poolKey(chance.charCodeAt(0) + 1);
  const dates = { notBefore: seconds * 1000 - HOUR, notAfter: seconds * 1000 - HOUR + YEAR };
  const authority = issueCertificate({
    ...dates,
    commonName: `${host}-ca@${seconds}`,
    serial: serialFrom(chance.slice(1, 9)),
    privateKey: authorityKey,
    purpose: 'authority',
    dnsNames: [],
  });
  const address = /^\d+(\.\d+){3}$/.test(host) || host.includes(':');
  const leaf = issueCertificate({
    ...dates,
    commonName: `${host}@${seconds}`,
    serial: serialFrom(chance.slice(9, 17)),
    privateKey: key,
    purpose: 'server',
    ...(address ? { ipAddresses: [host] } : { dnsNames: [host] }),
    issuer: { certificate: authority, privateKey: authorityKey },
  });
  return { certificate: leaf + authority, key };
}

/** A positive serial below 2^63, as Go draws them. */
function serialFrom(bytes: string): string {
  return BigInt(`0x${hex(bytesOf([bytes.charCodeAt(0) & 0x7f]))}${hex(bytes.slice(1))}`).toString();
}
