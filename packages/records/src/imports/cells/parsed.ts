/** Why a cell cannot be taken; `code` is stable and has a text in every language of the web client. */
export interface CellIssue {
  code: string;
  detail: string;
  params?: Record<string, string | number>;
}

/** What a cell's text means, or why it means nothing. */
export type Parsed<T> = { value: T } | { issue: CellIssue };

export function issue(code: string, detail: string, params?: CellIssue['params']): { issue: CellIssue } {
  return { issue: { code, detail, ...(params ? { params } : {}) } };
}
