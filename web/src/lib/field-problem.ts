import { VinculoProblem } from '@vinculo/client/problem';
import type { ProblemError } from '@vinculo/client/types';
import { useProblemText } from './problem-text';

export interface RefusedFields {
  /** By field, then by the part of its value: `''` for all of it, `0.value` for the first e-mail's address. */
  fields: Record<string, Record<string, string>>;
  /** What belongs to none of the fields that are shown. */
  general: string | null;
}

type Words = (error: ProblemError, field: string) => string;

/** Sorts a refusal by the fields it is about, in the person's language. */
export function useRefusedFields() {
  const { describe, codeText } = useProblemText();

  /** `kindOf` answers the kind of a field that is on the screen, and nothing for any other. */
  return function refusedFields(
    error: unknown,
    kindOf: (field: string) => string | undefined,
  ): RefusedFields {
    const words: Words = ({ code, detail, params }, field) =>
      (code === 'invalid_format' ? codeText(`kinds.${kindOf(field)}`) : undefined) ??
      codeText(code, params) ??
      detail;
    const errors = error instanceof VinculoProblem ? error.errors : [];
    const { fields, others } = sortByField(errors, (field) => kindOf(field) !== undefined, words);
    const isExplained = Object.keys(fields).length > 0;
    const general = others.length > 0 ? others.join(' ') : isExplained ? null : describe(error).title;
    return { fields, general };
  };
}

export function sortByField(
  errors: readonly ProblemError[],
  isShown: (field: string) => boolean,
  words: Words,
) {
  const fields: Record<string, Record<string, string>> = {};
  const others: string[] = [];
  for (const error of errors) {
    const [field = '', ...path] = error.pointer.replace(/^\//, '').split('/').map(unescapePart);
    if (!isShown(field)) {
      others.push(words(error, field));
      continue;
    }
    const parts = fields[field] ?? {};
    fields[field] = parts;
    parts[path.join('.')] ??= words(error, field);
  }
  return { fields, others };
}

/** JSON pointers (RFC 6901) write `~` and `/` inside a name as `~0` and `~1`. */
function unescapePart(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
