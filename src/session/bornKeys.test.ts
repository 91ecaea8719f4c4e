import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONFIG, DROP_IN, EXTRA, memory, practice, UNIT } from './practice.fixture.ts';

const REAL = readFileSync('scenarios/the-flag-that-wins/scenario.yaml', 'utf8');

/** Names that every object is born with; as keys of a plain object they are traps. */
const BORN = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf');

/** Each place where a learner's text becomes a key. */
const PLACES: readonly ((
  name: string,
) => { readonly path: string; readonly text: string } | { readonly line: string })[] = [
  (name) => ({
    path: CONFIG,
    text: `kind: KubeletConfiguration\napiVersion: kubelet.config.k8s.io/v1beta1\n${name}:\n  ${name}: 1\n`,
  }),
  (name) => ({
    path: CONFIG,
    text: `kind: KubeletConfiguration\napiVersion: kubelet.config.k8s.io/v1beta1\nfeatureGates:\n  ${name}: true\nevictionHard:\n  ${name}: "1"\n`,
  }),
  (name) => ({
    path: EXTRA,
    text: `${name}=1\nKUBELET_EXTRA_ARGS=--${name}=1 --feature-gates=${name}=true --node-labels=${name}=1\n`,
  }),
  (name) => ({
    path: DROP_IN,
    text: `[Service]\n${name}=1\nEnvironment=${name}=1\nExecStart=\nExecStart=/usr/bin/kubelet $${name} --config=/${name}\n`,
  }),
  (name) => ({
    path: UNIT,
    text: `[${name}]\n${name}=${name}\n[Service]\nExecStart=/usr/bin/kubelet --${name}\nRestart=${name}\n`,
  }),
  (name) => ({ line: `curl -sk https://localhost:10250/${name}/${name}?${name}=${name} -H '${name}: ${name}'` }),
  (name) => ({ line: `curl -sk https://${name}:10250/pods -H 'Authorization: Bearer ${name}' -o ${name}` }),
  (name) => ({
    line: `curl -sk https://localhost:10250/containerLogs/${name}/${name}/${name} --cert ${name}.crt --key ${name}`,
  }),
  (name) => ({ line: `curl --${name} $(cat ${name}) $${name}` }),
];

test('names that objects are born with are names like any other, wherever a learner writes them', () => {
  const deed = fc.tuple(fc.constantFrom(...PLACES), BORN).map(([place, name]) => place(name));
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 4 }), (deeds) => {
      const { session } = practice(REAL, memory());
      for (const each of deeds) {
        if ('line' in each) session.commands.ask(each.line, null);
        else session.commands.edit(each.path, each.text);
        session.commands.daemonReload();
        session.commands.restart();
      }
      session.configuration();
      session.archive.timeline();
      session.archive.changes();
      expect(JSON.stringify(session.view())).not.toContain('[native code]');
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 60_000);
