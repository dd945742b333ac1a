import { VinculoProblem } from '@vinculo/client/problem';
import { useProblemText } from './problem-text';

interface ErrorSink {
  setErrors: (errors: Record<string, string>) => void;
}

/** Puts a refused form's errors beside their fields; what belongs to no field is returned for the form's head. */
export function useFormProblem() {
  const { describe, codeText } = useProblemText();
  return function applyProblem(form: ErrorSink, fields: readonly string[], error: unknown): string | null {
    if (!(error instanceof VinculoProblem)) return describe(error).title;
    const placed: Record<string, string> = {};
    for (const { pointer, code, detail, params } of error.errors) {
      const path = pointer.replace(/^\//, '').replaceAll('/', '.');
      const isShown = fields.some((field) => path === field || path.startsWith(`${field}.`));
      if (isShown) placed[path] ??= codeText(code, params) ?? detail;
    }
    form.setErrors(placed);
    return Object.keys(placed).length > 0 ? null : describe(error).title;
  };
}
