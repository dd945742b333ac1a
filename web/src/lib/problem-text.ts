import { VinculoProblem } from '@vinculo/client/problem';
import { useTranslation } from 'react-i18next';

export interface ProblemText {
  title: string;
  detail: string | undefined;
  requestId: string | undefined;
}

type LooseTranslate = (key: string, options: Record<string, unknown>) => string;

/**
 * The words for a failure in the person's language. Codes are the API's, so the key is only known at run time;
 * a code that has no text yet shows the server's own sentence instead. The words come with the first failed answer,
 * before it reaches anybody: most pages never need them.
 */
export function useProblemText() {
  const { t, i18n } = useTranslation();

  function codeText(code: string, params: Record<string, unknown> = {}): string | undefined {
    // These are always here: without a connection the others may be out of reach.
    if (code === 'unexpected' || code === 'network') return t(`problem.${code}`);
    if (!i18n.exists(code, { ns: 'problems' })) return undefined;
    const translate = i18n.getFixedT(null, 'problems') as unknown as LooseTranslate;
    const text: unknown = translate(code, params);
    return typeof text === 'string' ? text : undefined;
  }

  function describe(error: unknown): ProblemText {
    if (!(error instanceof VinculoProblem)) {
      return { title: t('problem.unexpected'), detail: undefined, requestId: undefined };
    }
    const { retryAfter, body, code, detail, requestId } = error;
    const seconds = retryAfter ?? 60;
    const params = { ...body, seconds, minutes: Math.ceil(seconds / 60) };
    const known = codeText(code, params) ?? codeText(`status.${error.status}`, params);
    return { title: known ?? detail ?? body.title, detail: known ? undefined : detail, requestId };
  }

  return { describe, codeText };
}

/** For screens where a successful answer tells of failures, as an import's does: they wait for the words. */
export function useCodeText() {
  useTranslation('problems');
  return useProblemText().codeText;
}
