import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DROP_IN, FLAGS, practice } from './practice.fixture.ts';
import { progressNote, readProgressNote } from './progressNote.ts';

const REAL = readFileSync('scenarios/the-flag-that-wins/scenario.yaml', 'utf8');

test('a note tells how far the learner came, once something was done', () => {
  const { session, replace } = practice(REAL);
  expect(progressNote(session.view(), 5)).toBeNull();
  replace(DROP_IN, FLAGS, ' --authorization-mode=AlwaysAllow');
  session.commands.daemonReload();
  session.commands.restart();
  expect(progressNote(session.view(), 5)).toEqual({ met: 1, tasks: 3, solved: false, at: 5 });
  replace(DROP_IN, ' --authorization-mode=AlwaysAllow', '');
  session.commands.daemonReload();
  session.commands.restart();
  const note = progressNote(session.view(), 6);
  expect(note).toEqual({ met: 3, tasks: 3, solved: true, at: 6 });
  expect(readProgressNote(JSON.stringify(note))).toEqual(note);
});

test('any text is a note or null', () => {
  const odd = ['', 'null', '[]', '{}', '{"met":4,"tasks":3,"solved":true,"at":1}', '{"__proto__":{"met":1}}'];
  for (const text of odd) expect(readProgressNote(text)).toBeNull();
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const note = readProgressNote(text);
      expect(note === null || note.met <= note.tasks).toBe(true);
    }),
  );
});
