import type { QuestionView, RequestView } from '#session/view.ts';
import { Inline } from '../kit/Inline.tsx';
import { Sign, type SignKind } from '../kit/Sign.tsx';
import { PICTURE } from '../words/picture.ts';
import { Access } from './Access.tsx';
import { Causes } from './Causes.tsx';
import './Questions.css';

/** Did it reach, who am I, may I: always these, always here, each answered for the request in the picture. */
export function Questions({ request }: { readonly request: RequestView }) {
  return (
    <ul className="questions" aria-label={PICTURE.questions}>
      {request.questions.map((question) => (
        <li key={question.id} className={`question question-${question.standing}`}>
          <Sign kind={SIGNS[question.standing]} />
          <h4 className="question-asked">{PICTURE.asked[question.id]}</h4>
          <p className="question-words">
            <strong>
              <Inline text={question.short} />.
            </strong>{' '}
            <Inline text={question.sentence} />
          </p>
          <div className="question-causes">
            <Causes causes={question.causes} />
            {question.id === 'may' && <Access key={request.number} number={request.number} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

const SIGNS: Readonly<Record<QuestionView['standing'], SignKind>> = {
  yes: 'passed',
  no: 'refused',
  unasked: 'skipped',
  'not-asked': 'waiting',
};
