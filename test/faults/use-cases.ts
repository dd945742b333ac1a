import type { UserContext } from '@vinculo/identity/access/user-context';
import { notify } from '@vinculo/records/notifications/notify';
import { createRecord, deleteRecord, restoreRecord, updateRecord } from '@vinculo/records/records/service';
import { refreshMany } from '@vinculo/records/search/refresh';
import type { CrmRecord } from '@vinculo/records/types/record-type';
import { newViewSchema } from '@vinculo/records/views/schema';
import { createView, updateView } from '@vinculo/records/views/service';
import { catalogue } from '@vinculo/sales/catalogue';
import { convertLead } from '@vinculo/sales/conversion/service';
import { readPipelines } from '@vinculo/sales/pipelines/repository';

/** A change of the product, with what must be there before it. */
export interface UseCase {
  name: string;
  arrange(ctx: UserContext): Promise<CrmRecord | undefined>;
  act(ctx: UserContext, record: CrmRecord): Promise<unknown>;
}

const contact = catalogue.model('contact');
const lead = catalogue.model('lead');
const opportunity = catalogue.model('opportunity');

const aContact = (ctx: UserContext) => createRecord(ctx, contact, { lastName: 'King', externalId: 'X-1' });
const nothing = async () => undefined;
// A tenant's default pipeline is made when it is first needed: a change of its own.
const aDeal = (ctx: UserContext) => createRecord(ctx, opportunity, { name: 'First' });

export const useCases: UseCase[] = [
  { name: 'create a contact with a unique value', arrange: nothing, act: aContact },
  {
    name: 'change a contact and its unique value',
    arrange: aContact,
    act: (ctx, { id }) => updateRecord(ctx, contact, id, { lastName: 'Queen', externalId: 'X-2' }, 1),
  },
  { name: 'delete a contact', arrange: aContact, act: (ctx, { id }) => deleteRecord(ctx, contact, id, 1) },
  {
    name: 'restore a contact',
    async arrange(ctx) {
      const record = await aContact(ctx);
      await deleteRecord(ctx, contact, record.id);
      return record;
    },
    act: (ctx, { id }) => restoreRecord(ctx, contact, id),
  },
  {
    name: 'create an opportunity in its first stage',
    arrange: aDeal,
    act: (ctx) =>
      createRecord(ctx, opportunity, { name: 'Deal', amount: { amountMinor: 100, currency: 'EUR' } }),
  },
  {
    name: 'convert a lead into account, contact and opportunity',
    async arrange(ctx) {
      await aDeal(ctx);
      return createRecord(ctx, lead, { firstName: 'Ada', lastName: 'King', company: 'Engines' });
    },
    act: (ctx, { id }) =>
      convertLead(ctx, id, { account: { create: {} }, contact: {}, opportunity: { name: 'Deal' } }, 1),
  },
  {
    name: 'win an opportunity',
    arrange: aDeal,
    async act(ctx, { id }) {
      const pipelines = await readPipelines(ctx, 'en');
      const won = pipelines.all.flatMap(({ stages }) => stages).find(({ kind }) => kind === 'won');
      return updateRecord(ctx, opportunity, id, { stageId: won?.id }, 1);
    },
  },
  {
    name: 'share a view, which moves it',
    async arrange(ctx) {
      const input = newViewSchema.parse({ type: 'contact', name: 'V', columns: [{ field: 'lastName' }] });
      return (await createView(ctx, catalogue, input)) as unknown as CrmRecord;
    },
    act: (ctx, { id }) => updateView(ctx, catalogue, id, { visibility: 'shared' }, 1),
  },
  {
    name: 'index a contact for search',
    arrange: aContact,
    act: (ctx, { id }) => refreshMany(ctx, contact.type, [id]),
  },
  {
    name: 'index a contact again after a change',
    async arrange(ctx) {
      const record = await aContact(ctx);
      await refreshMany(ctx, contact.type, [record.id]);
      return updateRecord(ctx, contact, record.id, { lastName: 'Queen' });
    },
    act: (ctx, { id }) => refreshMany(ctx, contact.type, [id]),
  },
  {
    name: 'notify a user',
    arrange: nothing,
    act: (ctx) =>
      notify(ctx, {
        userId: ctx.actor.id,
        key: 'k',
        at: '2026-03-02T09:00:00.000Z',
        kind: 'test',
        title: { en: 'T', es: 'T' },
        subject: { type: 'contact', id: 'con_1', title: 'King' },
      }),
  },
];
