import { type Files, readText } from '#engine/host/files.ts';
import { readCertificates } from '#engine/pki/certificate.ts';
import { keyPairError } from '#engine/pki/keyPair.ts';
import { certificateBlocks } from '#shell/commands/curl/clientSide.ts';
import { canBeTyped, HOME, shortName, typedName } from './fileName.ts';
import type { Identity } from './identity.ts';

/** The files of root's home, by path: what the credentials in it are read from. */
export function homeFiles(files: Files): readonly (readonly [path: string, text: string])[] {
  return Object.keys(files)
    .filter((path) => path.startsWith(`${HOME}/`) && canBeTyped(path))
    .sort()
    .flatMap((path) => {
      const text = readText(files, path);
      return text === null ? [] : [[path, text] as const];
    });
}

/** Everybody for whom the learner holds a credential: certificates with a key that fits, and bearer tokens. */
export function heldIdentities(home: ReturnType<typeof homeFiles>): readonly Identity[] {
  const keys = home.filter(([, text]) => text.includes('PRIVATE KEY'));
  return home.flatMap(([path, text]): readonly Identity[] => {
    if (text.includes('BEGIN CERTIFICATE')) {
      const pair = certificateIdentity(path, text, keys);
      return pair === null ? [] : [pair];
    }
    return isToken(path, text) ? [tokenIdentity(path, text.trim())] : [];
  });
}

/** A certificate file, shown by whoever has its key; null when no key fits. */
function certificateIdentity(path: string, text: string, keys: ReturnType<typeof homeFiles>): Identity | null {
  const [leaf] = readCertificates(text);
  const key = keyTo(path, text, keys);
  if (leaf === undefined || key === null) return null;
  const user = leaf.commonName === '' ? 'no user name' : `user ${leaf.commonName}`;
  const groups = leaf.organizations.map((group) => `, group ${group}`).join('');
  const name = typedName(path);
  return {
    id: path,
    name: stem(path),
    words: `certificate ${name}: ${user}${groups}`,
    offer: { headers: [], certificate: { certificate: certificateBlocks(text), name: shortName(path) } },
    options: key === path ? `--cert ${name}` : `--cert ${name} --key ${typedName(key)}`,
    withheld: '',
  };
}

/** The file with the key to a certificate: its own, the one of its name, else any that fits. */
function keyTo(path: string, text: string, keys: ReturnType<typeof homeFiles>): string | null {
  const near = ([other]: readonly [string, string]) => (other === path ? 0 : stem(other) === stem(path) ? 1 : 2);
  const fitting = keys.filter(([, key]) => keyPairError(text, key) === null);
  return [...fitting].sort((left, right) => near(left) - near(right))[0]?.[0] ?? null;
}

function tokenIdentity(path: string, token: string): Identity {
  return {
    id: path,
    name: stem(path),
    words: `bearer token ${typedName(path)}`,
    offer: { headers: [['Authorization', `Bearer ${token}`]] },
    options: `-H "Authorization: Bearer $(cat ${typedName(path)})"`,
    withheld: '',
  };
}

/** A word that is a JSON web token, or that a file called so holds. */
function isToken(path: string, text: string): boolean {
  const word = text.trim();
  if (!/^[\x21-\x7e]{1,8192}$/.test(word)) return false;
  return path.endsWith('.token') || /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(word);
}

function stem(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/\.[^.]+$/, '') || name;
}
