import { notifyError } from './notify';
import { useProblemText } from './problem-text';

/** For actions without a form: shows why it failed as a message. Pass it as a mutation's `onError`. */
export function useProblemNotice(): (error: unknown) => void {
  const { describe } = useProblemText();
  return (error) => notifyError(describe(error).title);
}
