import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { releaseOf } from '../../versions/release.ts';
import { exposition, goFloat } from './exposition.ts';

const SAMPLES = new URL('../../../../conformance/recordings/1.36/samples/', import.meta.url);

test('writes every number of the recorded metrics as Go wrote it', () => {
  for (const name of ['metrics.txt', 'metrics_cadvisor.txt', 'metrics_resource.txt']) {
    const text = readFileSync(new URL(name, SAMPLES), 'utf8');
    const numbers = [...text.matchAll(/^[^#\n]*[}a-z] (-?[\d.][\d.e+-]*)(?: \d+)?$/gm)].map(
      ([, number]) => number ?? '',
    );
    expect(numbers.length).toBeGreaterThan(10);
    expect(numbers.map((number) => goFloat(Number(number)))).toEqual(numbers);
  }
});

test('sorts families and labels, escapes values and leaves empty families out', () => {
  const { headers, body } = exposition(
    [
      { name: 'b', type: 'gauge', help: 'B.', samples: [{ labels: { z: 'x"\n\\', a: '1' }, value: 1.5, at: 7 }] },
      { name: 'a', type: 'counter', help: 'A.', samples: [{ value: 2 }] },
      { name: 'c', type: 'counter', help: 'C.', samples: [] },
    ],
    { process: { startedAt: 1795511397910 }, release: releaseOf('1.36.3') },
  );
  expect(headers).toContainEqual(['Process-Start-Time-Unix', '1795511397']);
  expect(body).toBe(
    '# HELP a A.\n# TYPE a counter\na 2\n# HELP b B.\n# TYPE b gauge\nb{a="1",z="x\\"\\n\\\\"} 1.5 7\n',
  );
});

test('knows numbers that are none', () => {
  expect([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map(goFloat)).toEqual([
    'NaN',
    '+Inf',
    '-Inf',
  ]);
});
