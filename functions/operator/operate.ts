import { parseArgs } from 'node:util';
import { extendTrial } from '@vinculo/identity/tenants/extend-trial';
import { findTenantByEmail } from '@vinculo/identity/tenants/find-by-email';
import { emailSchema } from '@vinculo/identity/users/schema';
import { newId } from '@vinculo/platform/ids';
import { tenantContext } from '@vinculo/platform/runtime';
import * as z from 'zod';

export const USAGE = `Usage:
  npm run operator -- find <e-mail>                     the tenant in which this person logs in
  npm run operator -- extend-trial <tenant id> --days 30

On AWS set TABLE_NAME and AWS_REGION; without TABLE_NAME it works on the data of "npm start".`;

/** What the operator typed makes no sense; the message says what would. */
export class UsageError extends Error {
  constructor(reason: string) {
    super(`${reason}\n\n${USAGE}`);
    this.name = 'UsageError';
  }
}

const tenantIdSchema = z.string().regex(/^ten_[0-9A-HJKMNP-TV-Z]{26}$/);
const daysSchema = z.coerce.number().int().min(1).max(365);

/** Runs one operator command and returns the line to print. Throws `UsageError`, or what the service throws. */
export async function operate(args: string[]): Promise<string> {
  const { positionals, values } = parse(args);
  const [command, subject = ''] = positionals;
  switch (command) {
    case 'find':
      return find(subject);
    case 'extend-trial':
      return extend(subject, values.days);
    default:
      throw new UsageError(command ? `There is no command "${command}".` : 'Say what to do.');
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { days: { type: 'string' } } });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function find(address: string): Promise<string> {
  const email = emailSchema.safeParse(address);
  if (!email.success) throw new UsageError(`"${address}" is not an e-mail address.`);
  const tenant = await findTenantByEmail(email.data);
  if (!tenant) return `Nobody logs in with ${email.data}.`;
  return `${tenant.pk} "${tenant.name}", ${tenant.plan} until ${tenant.trialEndsAt ?? 'further notice'}`;
}

async function extend(id: string, givenDays = '30'): Promise<string> {
  const tenantId = tenantIdSchema.safeParse(id);
  if (!tenantId.success) throw new UsageError(`"${id}" is not a tenant id.`);
  const days = daysSchema.safeParse(givenDays);
  if (!days.success) throw new UsageError('--days takes a number from 1 to 365.');
  const ctx = tenantContext(tenantId.data, { kind: 'system', id: 'operator' }, newId('req'));
  const tenant = await extendTrial(ctx, days.data);
  return `The trial of ${tenant.pk} "${tenant.name}" now ends at ${tenant.trialEndsAt}.`;
}
