import { Sign } from '../kit/Sign.tsx';
import { EXAM } from '../words/exam.ts';

/** Whether an exam was passed, as sign and word. */
export function Verdict({ passed }: { readonly passed: boolean }) {
  return (
    <span className={passed ? 'exam-verdict exam-passed' : 'exam-verdict exam-failed'}>
      <Sign kind={passed ? 'passed' : 'refused'} /> {passed ? EXAM.passed : EXAM.failedExam}
    </span>
  );
}
