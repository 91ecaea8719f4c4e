import { expect, test } from 'vitest';
import type { ExamReport } from '#session/view/exam.ts';
import { reportHtml } from './html.ts';

const NASTY = `<script>alert(1)</script>"'&<img src=x onerror=alert(1)>`;

const REPORT: ExamReport = {
  title: NASTY,
  exam: 'x',
  seed: 1,
  began: 0,
  ended: 60_000,
  score: 40,
  pass: 67,
  passed: false,
  tasks: [
    {
      number: 1,
      scenario: 's',
      title: NASTY,
      host: NASTY,
      domain: NASTY,
      cis: [NASTY],
      of: 100,
      points: 40,
      thousandths: 400,
      spent: 60_000,
      tasks: [{ title: NASTY, met: false, points: 40, of: 100 }],
      lost: [
        { title: NASTY, points: 60, words: `\`${NASTY}\``, trace: NASTY, causes: [{ kind: 'text', label: NASTY }] },
      ],
      damage: [{ title: NASTY, points: 0, words: NASTY, trace: '', causes: [] }],
      mistakes: [{ id: 'W1', name: NASTY, done: NASTY, happens: NASTY }],
      found: [{ id: 'W2', name: NASTY, done: NASTY, happens: NASTY }],
      reference: [NASTY],
      debrief: [NASTY],
      timeline: [{ at: 0, title: NASTY, points: 0 }],
    },
  ],
  domains: [{ name: NASTY, points: 40, of: 100 }],
  cis: [{ id: NASTY, points: 40, of: 100 }],
};

test('the report is one file without a script, whatever its texts are', () => {
  const html = reportHtml(REPORT);
  expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>/);
  expect(html.match(/&#60;script&#62;/g)?.length).toBeGreaterThan(15);
  expect(html).not.toMatch(/(src|href)="(?!#question-1)/);
  expect(html).toContain('✕ not passed');
  expect(html).toContain('40 of 100 points. 67 pass.');
});
