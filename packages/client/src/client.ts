import { type ClientOptions, createGuardedFetch } from './guarded-fetch';
import { recordsOf } from './records';
import { auditOf, currencyRatesOf, rolesOf } from './resources/access';
import { apiKeysOf } from './resources/api-keys';
import { exportsOf, filesOf, importsOf } from './resources/exchange';
import { accountOf, peopleOf, tenantOf } from './resources/identity';
import { metadataOf } from './resources/metadata';
import { logInStepsOf, passkeysOf, secondFactorOf } from './resources/protection';
import { leadsOf, lostReasonsOf, opportunitiesOf, pipelinesOf } from './resources/sales';
import { inboundHooksOf, webhooksOf } from './resources/webhooks';
import { favouritesOf, notificationsOf, recentsOf, searchOf, viewsOf } from './resources/workspace';
import { createTransport } from './transport';

/**
 * The Vinculo API as functions. Every call resolves to the answer's body and rejects with a `VinculoProblem`.
 *
 * @example
 * const vinculo = createVinculoClient({ baseUrl: 'https://crm.example.com/api/v1' });
 * const { items } = await vinculo.records('contacts').list({ sort: '-createdAt' });
 */
export function createVinculoClient(options: ClientOptions) {
  const transport = createTransport(options, createGuardedFetch(options));
  return {
    records: (plural: string) => recordsOf(transport, plural),
    account: accountOf(transport),
    logInSteps: logInStepsOf(transport),
    secondFactor: secondFactorOf(transport),
    passkeys: passkeysOf(transport),
    people: peopleOf(transport),
    tenant: tenantOf(transport),
    roles: rolesOf(transport),
    apiKeys: apiKeysOf(transport),
    webhooks: webhooksOf(transport),
    inboundHooks: inboundHooksOf(transport),
    audit: auditOf(transport),
    currencyRates: currencyRatesOf(transport),
    metadata: metadataOf(transport),
    search: searchOf(transport),
    recents: recentsOf(transport),
    views: viewsOf(transport),
    favourites: favouritesOf(transport),
    notifications: notificationsOf(transport),
    pipelines: pipelinesOf(transport),
    lostReasons: lostReasonsOf(transport),
    leads: leadsOf(transport),
    opportunities: opportunitiesOf(transport),
    files: filesOf(transport),
    imports: importsOf(transport),
    exports: exportsOf(transport),
  };
}

export type VinculoClient = ReturnType<typeof createVinculoClient>;
