import { lazy, Suspense } from 'react';
import { conflictQuestions, lostReasonQuestions } from '../../../lib/records/questions';

const ConflictDialog = lazy(() => import('./conflict-dialog'));
const LostReasonDialog = lazy(() => import('./lost-reason-dialog'));

/** Shows what saving a record has to ask, over whatever page it was saved from. */
export function RecordQuestions() {
  const conflict = conflictQuestions.useQuestion();
  const lost = lostReasonQuestions.useQuestion();
  return (
    <Suspense>
      {conflict ? <ConflictDialog key={conflict.asked.current.version} question={conflict} /> : null}
      {lost ? <LostReasonDialog question={lost} /> : null}
    </Suspense>
  );
}
