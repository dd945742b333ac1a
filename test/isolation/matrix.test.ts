import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHarness, type Harness } from '../support/harness';
import { type Company, seedCompany } from './matrix/company';
import { type Operation, readOperations } from './matrix/operations';
import { requestsOf, send } from './matrix/requests';
import { faultsOf, placesOf, slotsIn } from './matrix/rows';
import { documentedIds, documentedPointer } from './matrix/slots';
import { stateOf } from './matrix/state';

// What is public takes no ids: whose a mailed link is, is what its token says.
const operations = (await readOperations()).filter(({ access }) => access !== 'public');
const naming = operations.filter((operation) => documentedIds(operation).length > 0);

let harness: Harness;
let own: Company;
let foreign: Company;
beforeAll(async () => {
  harness = await createHarness();
  own = await seedCompany(harness, 'Own');
  foreign = await seedCompany(harness, 'Foreign');
});
afterAll(() => harness.close());

const PARALLEL = 8;

/** All that is wrong with an operation's answers, place by place and a few places at once. */
async function faultsIn(operation: Operation): Promise<string[]> {
  const places = placesOf(operation, { own, foreign });
  const lane = async (start: number) => {
    const faults: string[] = [];
    for (let position = start; position < places.length; position += PARALLEL) {
      const place = places[position];
      if (place) faults.push(...(await faultsOf(place, own)));
    }
    return faults;
  };
  const lanes = Array.from({ length: PARALLEL }, (_, start) => lane(start));
  return (await Promise.all(lanes)).flat();
}

describe('the matrix of operations, ids and principals', () => {
  it('has a place for every id that the document says an operation takes (T3)', () => {
    const missing = operations.flatMap((operation) =>
      own.principals.flatMap((principal) => {
        const named = new Set(slotsIn(operation, principal).map(documentedPointer));
        const unnamed = documentedIds(operation).filter((pointer) => !named.has(pointer));
        return unnamed.map((pointer) => `${operation.name} ${pointer} by ${principal.name}`);
      }),
    );
    expect(missing).toEqual([]);
  });

  it('has rows for each operation, each of its ids and each principal (T3)', () => {
    const needed = naming.flatMap(documentedIds).length * own.principals.length;
    const rows = operations
      .flatMap((operation) => placesOf(operation, { own, foreign }))
      .flatMap(({ forgeries }) => forgeries);
    // Another tenant's, another type's and malformed ones each.
    expect(rows.length).toBeGreaterThanOrEqual(needed * 5);
    expect(naming.length).toBeGreaterThan(70);
    console.info(`${rows.length} rows of ${naming.length} operations`);
  });

  it.each(operations)(
    '$name finds, changes and tells nothing by an id that is not the sender’s (T3, T11)',
    async (operation) => {
      const notes = placesOf(operation, { own, foreign }).some(({ outcome }) => outcome === 'noted');
      const watched = notes ? [foreign] : [own, foreign];
      const before = await stateOf(harness, watched);
      expect(await faultsIn(operation)).toEqual([]);
      expect(await stateOf(harness, watched)).toEqual(before);
    },
  );

  it('is made of requests that do find one’s own (T3)', async () => {
    const [admin] = own.principals;
    if (!admin) throw new Error('A company has an admin.');
    // What ends things comes last.
    const inOrder = naming.toSorted((left, right) => rank(left) - rank(right));
    const failed: string[] = [];
    for (const operation of inOrder) {
      for (const request of requestsOf(operation, admin.own)) {
        const version = own.versions.get(request.path.id ?? '');
        const { status, body } = await send(admin.client, operation, request, { version });
        // A conflict is with what was found; so is what a found thing does not have.
        const isFound = status < 400 || status === 409 || status === 412 || body.code === 'import.no_result';
        if (!isFound) failed.push(`${operation.name}: ${status} ${JSON.stringify(body)}`);
      }
    }
    expect(failed).toEqual([]);
  });
});

const ORDER = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'];

function rank({ method, path }: Operation): number {
  if (path.endsWith('/remove')) return ORDER.length * 2;
  return ORDER.indexOf(method) * 2 + (path.endsWith('/batch') ? 1 : 0);
}
