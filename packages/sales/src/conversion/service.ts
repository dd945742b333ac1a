import type { UserContext } from '@vinculo/identity/access/user-context';
import { ConflictError, NotFoundError, StaleError } from '@vinculo/platform/errors';
import { commit } from '@vinculo/platform/events/commit';
import { ConditionFailedError } from '@vinculo/platform/table/failures';
import type { Write } from '@vinculo/platform/table/writes';
import { fromItem } from '@vinculo/records/records/item';
import { recordKey } from '@vinculo/records/records/keys';
import { type Prepared, prepareUpdate } from '@vinculo/records/records/prepare';
import { requireReach, visible } from '@vinculo/records/records/reach';
import { findItem, notUnique } from '@vinculo/records/records/repository';
import { getRecord } from '@vinculo/records/records/service';
import type { CrmRecord } from '@vinculo/records/types/record-type';
import { accountModel, contactModel, leadModel, opportunityModel } from '../catalogue';
import { type Lead, toLead } from '../leads/lead';
import { type ConvertedIds, leadConverted } from './events';
import { accountOf, contactOf, opportunityOf } from './inheritance';
import { preparePart, within } from './parts';
import type { ConvertLeadInput } from './schema';

export interface ConvertedLead {
  account: CrmRecord;
  contact: CrmRecord;
  opportunity?: CrmRecord;
}

/** What is written together: each prepared record with where it stands in the request. */
interface Plan {
  account: CrmRecord;
  contact: Prepared;
  opportunity: Prepared | undefined;
  parts: Array<{ prepared: Prepared; pointer: string }>;
  writes: Write[];
}

/**
 * Turns a lead into an account, a contact and, where asked for, an opportunity, in one transaction. Throws 409
 * `lead.already_converted` with the ids the second time, 412 when the lead is not at `expectedVersion`, and 422 with
 * pointers into the request for what the new records refuse.
 */
export async function convertLead(
  ctx: UserContext,
  leadId: string,
  input: ConvertLeadInput,
  expectedVersion: number,
): Promise<ConvertedLead> {
  const stored = await readLead(ctx, leadId);
  if (stored.version !== expectedVersion) throw new StaleError(visible(ctx, leadModel.type, stored));
  const plan = await planConversion(ctx, toLead(visible(ctx, leadModel.type, stored)), input);
  const ids = idsOf(plan);
  const converted = await prepareUpdate(ctx, leadModel, stored, {
    status: 'converted',
    convertedAt: ctx.clock.now().toISOString(),
    convertedAccountId: ids.accountId,
    convertedContactId: ids.contactId,
    ...(ids.opportunityId ? { convertedOpportunityId: ids.opportunityId } : {}),
  });
  const parts = [{ prepared: converted, pointer: '' }, ...plan.parts];
  const writes = [...parts.flatMap(({ prepared }) => prepared.writes), ...plan.writes];
  const events = [
    ...parts.flatMap(({ prepared }) => prepared.events),
    leadConverted(toLead(converted.record), ids),
  ];
  try {
    await commit(ctx, writes, events);
  } catch (error) {
    if (!(error instanceof ConditionFailedError)) throw error;
    throw await explained(ctx, leadId, parts, error);
  }
  return {
    account: visible(ctx, accountModel.type, plan.account),
    contact: visible(ctx, contactModel.type, plan.contact.record),
    ...(plan.opportunity
      ? { opportunity: visible(ctx, opportunityModel.type, plan.opportunity.record) }
      : {}),
  };
}

/** What a lead became, as it is now. Throws 404 for a lead that was not converted, or out of the actor's reach. */
export async function readConverted(ctx: UserContext, leadId: string): Promise<ConvertedLead> {
  const lead = toLead(await getRecord(ctx, leadModel, leadId));
  const { convertedAccountId, convertedContactId, convertedOpportunityId } = lead;
  if (!convertedAccountId || !convertedContactId) throw new NotFoundError();
  const [account, contact, opportunity] = await Promise.all([
    getRecord(ctx, accountModel, convertedAccountId),
    getRecord(ctx, contactModel, convertedContactId),
    convertedOpportunityId ? getRecord(ctx, opportunityModel, convertedOpportunityId) : undefined,
  ]);
  return { account, contact, ...(opportunity ? { opportunity } : {}) };
}

async function readLead(ctx: UserContext, id: string): Promise<CrmRecord> {
  const item = await findItem(ctx, leadModel.type, id);
  if (!item || item.deletedAt) throw new NotFoundError();
  const record = fromItem(item);
  requireReach(ctx, leadModel.type, 'update', record);
  const lead = toLead(record);
  if (lead.status === 'converted') throw alreadyConverted(lead);
  return record;
}

async function planConversion(ctx: UserContext, lead: Lead, input: ConvertLeadInput): Promise<Plan> {
  const account = await planAccount(ctx, lead, input.account);
  const accountId = account.record.id;
  const contact = await preparePart(ctx, lead, {
    model: contactModel,
    pointer: '/contact',
    inherited: contactOf(lead),
    given: input.contact,
    links: { accountId, fromLeadId: lead.id },
  });
  const opportunity = input.opportunity
    ? await preparePart(ctx, lead, {
        model: opportunityModel,
        pointer: '/opportunity',
        inherited: opportunityOf(lead),
        given: input.opportunity,
        links: { accountId, contactId: contact.record.id },
      })
    : undefined;
  const parts = [
    ...(account.prepared ? [{ prepared: account.prepared, pointer: '/account/create' }] : []),
    { prepared: contact, pointer: '/contact' },
    ...(opportunity ? [{ prepared: opportunity, pointer: '/opportunity' }] : []),
  ];
  return { account: account.record, contact, opportunity, parts, writes: account.writes };
}

async function planAccount(
  ctx: UserContext,
  lead: Lead,
  input: ConvertLeadInput['account'],
): Promise<{ record: CrmRecord; prepared?: Prepared; writes: Write[] }> {
  if ('create' in input) {
    const prepared = await preparePart(ctx, lead, {
      model: accountModel,
      pointer: '/account/create',
      inherited: accountOf(lead),
      given: input.create,
      links: {},
    });
    return { record: prepared.record, prepared, writes: [] };
  }
  const record = await within('/account', () => getRecord(ctx, accountModel, input.id));
  // It must still be there when the contact that points to it is written.
  const check: Write = {
    check: recordKey(record.id),
    if: { equals: { kind: 'record', deletedAt: undefined } },
  };
  return { record, writes: [check] };
}

function idsOf({ account, contact, opportunity }: Plan): ConvertedIds {
  return {
    accountId: account.id,
    contactId: contact.record.id,
    ...(opportunity ? { opportunityId: opportunity.record.id } : {}),
  };
}

function alreadyConverted(lead: Lead): ConflictError {
  const { convertedAccountId, convertedContactId, convertedOpportunityId } = lead;
  return new ConflictError('lead.already_converted', 'This lead has been converted already.', {
    extra: {
      accountId: convertedAccountId,
      contactId: convertedContactId,
      opportunityId: convertedOpportunityId ?? null,
    },
  });
}

/** Why the transaction was refused: the lead moved on, a unique value is taken, or the account has gone. */
async function explained(
  ctx: UserContext,
  leadId: string,
  parts: Plan['parts'],
  error: ConditionFailedError,
): Promise<Error> {
  if (error.failed.includes(0))
    return new StaleError(visible(ctx, leadModel.type, await readLead(ctx, leadId)));
  let start = 0;
  for (const { prepared, pointer } of parts) {
    const fields = error.failed.flatMap((position) => prepared.guards.get(position - start) ?? []);
    if (fields.length > 0)
      return notUnique(
        fields.map((field) => `${pointer.slice(1)}/${field}`),
        error,
      );
    start += prepared.writes.length;
  }
  return new ConflictError('record.conflict', 'Something it depends on changed. Try again.', {
    cause: error,
  });
}
