import type { UserContext } from '@vinculo/identity/access/user-context';
import { KEYS_OF_TENANT, listApiKeys } from '@vinculo/identity/api-keys/service';
import { invitationMails } from '@vinculo/identity/invitations/service';
import { listRoles, ROLES_OF_TENANT } from '@vinculo/identity/roles/service';
import { listTeams, TEAMS_OF_TENANT } from '@vinculo/identity/teams/service';
import type { TenantItem } from '@vinculo/identity/tenants/items';
import { TRIAL_DAYS, trialDaysLeft } from '@vinculo/identity/tenants/trial';
import { listWebhooks, WEBHOOKS_OF_TENANT } from '@vinculo/integrations/webhooks/service';
import { capacityOf } from '@vinculo/platform/rates/bucket';
import { MAX_FILE_BYTES } from '@vinculo/records/files/schema';
import { MOST_ROWS } from '@vinculo/records/imports/reading/source-rows';
import { BATCH_MAXIMUM } from '@vinculo/records/routes/batch-operation';
import { PAGE_MAXIMUM } from '@vinculo/records/routes/parameters';
import type { Catalogue } from '@vinculo/records/types/catalogue';
import { listViews, MOST_VIEWS } from '@vinculo/records/views/service';
import { listPipelines, MOST_PIPELINES } from '@vinculo/sales/pipelines/service';
import { BODY_MAXIMUM_BYTES } from '../body-limit';
import type { RateReading } from '../rates/admit';
import type { Limit, Limits } from './schema';

export interface LimitsOf {
  tenant: TenantItem;
  catalogue: Catalogue;
  rates: readonly RateReading[];
}

/** What a tenant may have and ask for, and how much of it is used. */
export async function readLimits(ctx: UserContext, { tenant, catalogue, rates }: LimitsOf): Promise<Limits> {
  const [roles, teams, keys, webhooks, pipelines, views, invitations] = await Promise.all([
    listRoles(ctx),
    listTeams(ctx),
    listApiKeys(ctx),
    listWebhooks(ctx),
    listPipelines(ctx),
    listViews(ctx, catalogue),
    invitationMails(ctx),
  ]);
  const countViews = (wanted: string) => views.filter(({ visibility }) => visibility === wanted).length;
  const { plan } = tenant;
  return {
    plan,
    items: [
      ...rates.map(toLimit),
      ...trialOf(ctx, tenant),
      counted('roles', ROLES_OF_TENANT, roles.filter(({ isBuiltIn }) => !isBuiltIn).length),
      counted('teams', TEAMS_OF_TENANT, teams.length),
      counted('api_keys', KEYS_OF_TENANT, keys.length),
      counted('webhooks', WEBHOOKS_OF_TENANT[plan], webhooks.length),
      counted('pipelines', MOST_PIPELINES, pipelines.length),
      counted('views.shared', MOST_VIEWS, countViews('shared')),
      counted('views.personal', MOST_VIEWS, countViews('personal')),
      counted('invitations.day', invitations.limit, invitations.used),
      each('body.bytes', BODY_MAXIMUM_BYTES),
      each('batch.operations', BATCH_MAXIMUM),
      each('page.items', PAGE_MAXIMUM),
      each('file.bytes', MAX_FILE_BYTES),
      each('import.rows', MOST_ROWS),
    ],
  };
}

function toLimit({ policy, rate, remaining }: RateReading): Limit {
  const limit = capacityOf(rate);
  return { ...counted(`requests.${policy}`, limit, limit - remaining), perSecond: rate.perSecond };
}

function trialOf(ctx: UserContext, tenant: TenantItem): Limit[] {
  const left = trialDaysLeft(tenant, ctx.clock.now());
  return left === null ? [] : [counted('trial.days', TRIAL_DAYS, Math.max(0, TRIAL_DAYS - left))];
}

function counted(name: string, limit: number, used: number): Limit {
  return { name, limit, used, percent: Math.min(100, Math.round((used * 100) / limit)) };
}

function each(name: string, limit: number): Limit {
  return { name, limit, used: null, percent: null };
}
