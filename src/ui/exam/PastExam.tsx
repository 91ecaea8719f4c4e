import { useEffect, useState } from 'react';
import type { SessionExam } from '#session/view/exam.ts';
import type { Host } from '../app/host.ts';
import { EXAM } from '../words/exam.ts';
import { ExamWords } from './ExamWords.tsx';
import { Debrief } from './report/Debrief.tsx';

interface Props {
  readonly host: Host;
  readonly id: string;
  readonly ended: number;
}

/** The result of an exam that was taken before; it is made anew of the steps that this browser keeps. */
export function PastExam({ host, id, ended }: Props) {
  const [exam, setExam] = useState<SessionExam | null>(null);
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    let wanted = true;
    host.openPastExam(id, ended).then(
      (opened) => {
        if (!wanted) return;
        if (opened === null) setTrouble(EXAM.pastGone);
        else setExam(opened);
      },
      (reason: unknown) =>
        wanted && setTrouble(`${EXAM.failed} ${reason instanceof Error ? reason.message : String(reason)}`),
    );
    return () => {
      wanted = false;
    };
  }, [host, id, ended]);
  if (exam !== null) return <Debrief exam={exam} past={{ id, ended }} />;
  return <ExamWords words={trouble === '' ? EXAM.loading : trouble} exam={id} />;
}
