import { expect, test } from 'vitest';
import { holding, lacking } from './case.ts';
import { wordsOf } from './wordsOf.ts';

test('a reason that several findings have is said once', () => {
  const because = 'The kubelet of node01 is stopped.';
  const up = lacking({ expected: 'the kubelet to be running', got: 'stopped', because });
  const ready = lacking({ expected: 'node01 to be Ready', got: 'no report from it', because });
  expect(wordsOf([up, holding('So it is.'), ready])).toBe(
    'Expected the kubelet to be running, got stopped. The kubelet of node01 is stopped. So it is. Expected node01 to be Ready, got no report from it.',
  );
  const other = lacking({ expected: 'x', got: 'y', because: 'Another reason.' });
  expect(wordsOf([up, other])).toBe(`${up.words} ${other.words}`);
  const plain = lacking({ expected: 'x', got: 'y', because }, because);
  expect(wordsOf([plain, plain])).toBe(`${because} ${because}`);
});
