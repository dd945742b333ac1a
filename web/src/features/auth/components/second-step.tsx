import type { LogInStep, Session } from '@vinculo/client/types';
import { CodeStep } from './code-step';
import { EnrolStep } from './enrol-step';

export interface StepProps {
  step: LogInStep;
  onDone: (session: Session) => unknown;
  /** Back to the first step: a challenge holds for ten minutes. */
  onRestart: () => void;
}

/** What a log-in asks for after the password. */
export function SecondStep(props: StepProps) {
  return props.step.status === 'enrolment_required' ? <EnrolStep {...props} /> : <CodeStep {...props} />;
}
