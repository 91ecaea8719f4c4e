import type { CommandContext, CommandResult } from '../../command.ts';
import { complained, notModelled, printed } from '../answer.ts';

/** `openssl rand -hex 16`: bytes that follow from the world's time and traffic, so that a replay prints the same ones. Models apps/rand.c, 3.0. */
export function rand(parameters: readonly string[], { world, node }: CommandContext): CommandResult {
  const format = parameters.find((word) => word === '-hex' || word === '-base64');
  const rest = parameters.filter((word) => word !== '-hex' && word !== '-base64');
  const [count, extra] = rest;
  const option = rest.find((word) => word.startsWith('-'));
  if (option === '-out' || option === '-engine' || option === '-rand' || option === '-writerand')
    return notModelled(`openssl rand ${option} is not modelled.`);
  if (option !== undefined) return complained(`rand: Unknown option: ${option}\nrand: Use -help for summary.\n`);
  if (extra !== undefined || !/^\d{1,5}$/.test(count ?? '0')) return complained('rand: Use -help for summary.\n');
  if (format === undefined) return notModelled('openssl rand prints bytes that are no text; add -hex or -base64.');
  const bytes = chance(Number(count ?? 0), `${node} ${world.now} ${world.cluster.revision}`);
  if (format === '-hex') return printed(`${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}\n`);
  return printed((base64(bytes).match(/.{1,64}/g) ?? []).map((line) => `${line}\n`).join(''));
}

function chance(count: number, seed: string): readonly number[] {
  let state = [...seed].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 2_147_483_647, 7) || 1;
  return Array.from({ length: count }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor(state / 131) % 256;
  });
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes: readonly number[]): string {
  let out = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two, three] = bytes.slice(at, at + 3);
    const bits = (one << 16) | ((two ?? 0) << 8) | (three ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => DIGITS.charAt((bits >> shift) & 63));
    out += `${digits[0]}${digits[1]}${two === undefined ? '=' : digits[2]}${three === undefined ? '=' : digits[3]}`;
  }
  return out;
}
