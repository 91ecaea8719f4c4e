import { BoardTable } from '../../board/BoardTable.tsx';
import '../../board/Board.css';
import { ExamNotices } from '../../exam/ExamNotices.tsx';
import { QuestionList } from '../../exam/QuestionList.tsx';
import { TaskReport } from '../../exam/report/TaskReport.tsx';
import '../../exam/Exam.css';
import '../../exam/report/Debrief.css';
import { LabItems } from '../../lab/LabItems.tsx';
import '../../lab/Lab.css';
import { LessonColumn } from '../../lesson/LessonColumn.tsx';
import { KIT } from '../../words/kit.ts';
import { BOARD_VIEW, LAB_VIEW, STILL_LESSON } from '../fakeClass.data.ts';
import { LOST_TASK, STILL_EXAM } from '../fakeExam.data.ts';
import { Specimen, Specimens } from '../Specimen.tsx';

/** What a class meets: an exam and what came of it, a lab, its board, a lesson. */
export function Classes() {
  return (
    <Specimens id="classes" title={KIT.sections.classes}>
      <Specimen title={KIT.states.questions}>
        <QuestionList exam={STILL_EXAM} />
      </Specimen>
      <Specimen title={KIT.states.lesson}>
        <LessonColumn lesson={STILL_LESSON} />
      </Specimen>
      <Specimen title={KIT.states.examNotices} wide>
        <ExamNotices exam={STILL_EXAM} />
      </Specimen>
      <Specimen title={KIT.states.lostPoints} wide padded>
        <div className="exam-page debrief">
          <TaskReport task={LOST_TASK} onLook={() => {}} />
        </div>
      </Specimen>
      <Specimen title={KIT.states.labItems} wide padded>
        <LabItems view={LAB_VIEW} />
      </Specimen>
      <Specimen title={KIT.states.results} wide padded>
        <BoardTable board={BOARD_VIEW} onOpen={() => {}} />
      </Specimen>
    </Specimens>
  );
}
