import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseLabPack, strip } from './stripped.ts';

const packs = readdirSync('scenarios').flatMap((id) => {
  try {
    return [{ id, text: readFileSync(`scenarios/${id}/scenario.yaml`, 'utf8') }];
  } catch {
    return [];
  }
});

test('every scenario opens without its ways, and without its checks', () => {
  for (const { id, text } of packs.slice(0, 12)) {
    const ways = strip(text, 'solutions', true) ?? '';
    const checks = strip(ways, 'checks', false) ?? '';
    expect(checks).toBe(strip(text, 'checks', false));
    const [open, shut] = [parseLabPack('a.yaml', id, ways), parseLabPack('a.yaml', id, checks)];
    expect(open).toMatchObject({
      ok: true,
      stripped: 'solutions',
      scenario: { id, solution: [], wrong: [], debrief: [] },
    });
    expect(shut).toMatchObject({ ok: true, stripped: 'checks', scenario: { mustWork: [] } });
    if (open.ok && shut.ok) {
      expect(open.scenario.tasks.every((task) => task.checks.length > 0)).toBe(true);
      expect(shut.scenario.tasks.every((task) => task.checks.length === 0)).toBe(true);
      expect(shut.scenario.hints).toBeUndefined();
      expect(shut.scenario.start).toEqual(open.scenario.start);
    }
  }
});

test('any text is a pack or has problems', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json().map((json) => `{"stripped":"checks","tasks":${json}}`),
      ),
      (text) => {
        strip(text, 'checks', true);
        return !parseLabPack('a.yaml', 'a', text).ok;
      },
    ),
  );
});
