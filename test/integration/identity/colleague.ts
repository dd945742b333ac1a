import { type ApiClient, createApiClient, tokenMailedTo } from '../../support/api-client';
import type { Harness } from '../../support/harness';

let invited = 0;

/** Invites a colleague and accepts for them: a client logged in with that role. */
export async function joinCompany(
  harness: Harness,
  admin: ApiClient,
  roleId: string,
  { teamIds = [] }: { teamIds?: string[] } = {},
) {
  const email = `${roleId.replaceAll('_', '.').toLowerCase()}${++invited}@example.org`;
  const sent = await admin.post('/invitations', { email, roleId, teamIds });
  if (sent.status !== 201) throw new Error(`Inviting answered ${JSON.stringify(sent.body)}`);
  await harness.drain();
  const token = await tokenMailedTo(harness, email, 'accept-invitation');
  const client = createApiClient();
  const password = 'a good password of mine';
  const accepted = await client.post('/invitations/accept', {
    token,
    name: `Cole ${invited}`,
    password,
    locale: 'en',
  });
  if (accepted.status !== 200) throw new Error(`Accepting answered ${JSON.stringify(accepted.body)}`);
  return { client, email, password, session: accepted.body, user: accepted.body.user };
}
