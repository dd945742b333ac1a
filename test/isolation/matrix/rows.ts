import type { ApiAnswer } from '../../support/api-client';
import type { Company, Principal } from './company';
import { comparable, isOutcome, isRefusal, type Outcome, outcomeOf } from './expected';
import { type Forgery, forgeriesOf, type Parties, unknownId } from './forgeries';
import type { Operation } from './operations';
import { requestsOf, send } from './requests';
import { type Slot, slotsOf } from './slots';

/** One place of an operation's request, one sender, and every id that is not theirs to name there. */
export interface Place {
  readonly operation: Operation;
  readonly principal: Principal;
  readonly slot: Slot;
  readonly outcome: Outcome;
  readonly unknown: string;
  readonly forgeries: readonly Forgery[];
}

export function slotsIn(operation: Operation, { own }: Principal): Slot[] {
  return requestsOf(operation, own).flatMap((request) => slotsOf(request, own));
}

export function placesOf(operation: Operation, parties: Parties): Place[] {
  return parties.own.principals.flatMap((principal) =>
    slotsIn(operation, principal).map((slot) => ({
      operation,
      principal,
      slot,
      outcome: outcomeOf(operation, slot.pointer),
      unknown: unknownId(slot.kind, parties),
      forgeries: forgeriesOf(operation, slot, principal, parties),
    })),
  );
}

/** What is wrong with the answers that the ids of one place get; empty when nothing is. */
export async function faultsOf(place: Place, own: Company): Promise<string[]> {
  const { principal, forgeries, slot, outcome, unknown } = place;
  const ask = (id: string) => sendWith(place, id, own);
  const reference = await ask(unknown);
  const faults: string[] = [];
  const judge = (name: string, answer: ApiAnswer, isRight: boolean) => {
    if (isRight) return;
    const body = JSON.stringify(answer.body ?? null).slice(0, 400);
    faults.push(`${principal.name}, ${name} ${slot.kind} at ${slot.pointer}: ${answer.status} ${body}`);
  };
  judge('an unknown', reference, isAcceptable(place, reference));
  const expected = comparable(reference, unknown, outcome);
  for (const { name, id, isRecognisable } of forgeries) {
    const answer = await ask(id);
    const isRight = isAcceptable(place, answer) || (isRecognisable && principal.isKnown && isRefusal(answer));
    judge(name, answer, isRight && (isRecognisable || comparable(answer, id, outcome) === expected));
  }
  // Only a right that is missing for one's own too may be told apart from what is not there.
  if (reference.status === 403) {
    const answer = await ask(principal.own[slot.kind] ?? '');
    judge('one’s own', answer, answer.status === 403);
  }
  return faults;
}

function isAcceptable({ operation, principal, outcome, slot }: Place, answer: ApiAnswer): boolean {
  if (!principal.isKnown) return answer.status === 401;
  if (principal.isKey && operation.isForPeople) return answer.status === 403;
  if (principal.hasRights) return isOutcome(answer, outcome, slot.pointer);
  const isWithout = answer.status === 403 || isRefusal(answer);
  return isWithout || (answer.status < 300 && outcome !== 'absent' && outcome !== 'refused');
}

async function sendWith({ operation, principal, slot }: Place, id: string, own: Company): Promise<ApiAnswer> {
  const version = own.versions.get(slot.request.path.id ?? '');
  return send(principal.client, operation, slot.with(id), { version });
}
