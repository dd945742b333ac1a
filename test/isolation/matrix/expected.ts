import * as z from 'zod';
import type { ApiAnswer } from '../../support/api-client';
import type { Operation } from './operations';

/** What an id that is not the sender's leads to. */
export type Outcome =
  /** 404. */
  | 'absent'
  /** 422, naming the place. */
  | 'refused'
  /** 200, with a result that is one of the two. */
  | 'in-batch'
  /** Nothing of anybody's is looked up by it: it finds nothing, does nothing, or is noted among what is one's own. */
  | 'inert'
  /** The same, and the note is kept. */
  | 'noted';

const EXCEPTIONS: ReadonlyArray<[operation: RegExp, pointer: RegExp, outcome: Outcome]> = [
  // What lists are filtered by; a view or an export is filtered when it is read or written.
  [/^GET /, /^\/query\/filter\//, 'inert'],
  [/^POST \/(exports|views)$/, /^\/body\/filter\//, 'noted'],
  // What is not written yet may be compared with what is there.
  [/^POST \/\w+\/duplicates$/, /^\/body\//, 'inert'],
  // Taking away what is not there is done already.
  [/^DELETE \/favourites\//, /./, 'inert'],
  [/^POST \/notifications\/read$/, /./, 'inert'],
  // Reading one's recents leaves out what is not there.
  [/^PUT \/recents\//, /./, 'noted'],
  [/^POST \/imports$/, /^\/body\/fileId$/, 'absent'],
  [/^POST \/leads\/\{id\}\/convert$/, /^\/body\/account\/id$/, 'absent'],
];

export function outcomeOf({ name, path }: Operation, pointer: string): Outcome {
  const exception = EXCEPTIONS.find(([operation, place]) => operation.test(name) && place.test(pointer));
  if (exception) return exception[2];
  if (pointer.startsWith('/path/')) return 'absent';
  return path.endsWith('/batch') ? 'in-batch' : 'refused';
}

const problemSchema = z.object({ errors: z.array(z.object({ pointer: z.string() })).default([]) });
const batchSchema = z.object({
  results: z.tuple([z.object({ status: z.number(), problem: z.unknown() })]),
});

/** Whether the answer is the outcome's. */
export function isOutcome({ status, body }: ApiAnswer, outcome: Outcome, pointer: string): boolean {
  switch (outcome) {
    case 'inert':
    case 'noted':
      return status < 300;
    case 'absent':
      return status === 404;
    case 'refused':
      return status === 422 && names(body, pointer.replace('/body', ''));
    case 'in-batch': {
      const result = batchSchema.safeParse(body).data?.results[0];
      if (!result) return false;
      const place = pointer.replace(/^\/body\/operations\/0(\/data)?/, '');
      return place === '/id' ? result.status === 404 : result.status === 422 && names(result.problem, place);
    }
  }
}

/** Whether an answer that may come before anything is looked for refuses. */
export function isRefusal({ status }: ApiAnswer): boolean {
  return status === 404 || status === 422;
}

/** The place itself, the list that it is in, or what it goes with: a stage is of a pipeline. */
function names(problem: unknown, place: string): boolean {
  const parent = place.slice(0, place.lastIndexOf('/'));
  return problemSchema
    .parse(problem)
    .errors.some(({ pointer }) => place.startsWith(pointer) || pointer.startsWith(`${parent}/`));
}

/** An answer apart from the request's id and from the id that was sent. */
export function comparable({ status, body }: ApiAnswer, id: string, outcome: Outcome): string {
  if (outcome === 'noted') return String(status);
  const text = JSON.stringify(body ?? null)
    .replaceAll(JSON.stringify(id).slice(1, -1), '<id>')
    .replaceAll(/req_[0-9A-Z]{26}/g, '<request>')
    // Sealed anew each time.
    .replaceAll(/"nextCursor":"[^"]+"/g, '"nextCursor":"<cursor>"');
  return `${status} ${text}`;
}
