import type { ApiClient } from '../../support/api-client';
import type { Receiver } from '../../support/receiver';

export interface WebhookInput {
  url?: string;
  description?: string;
  filters?: Array<{ type: string; fields?: string[] }>;
  roleId?: string;
}

/** Makes an endpoint of the receiver: what the API said of it, with its secret. */
export async function makeWebhook(client: ApiClient, receiver: Receiver, input: WebhookInput = {}) {
  const { status, body } = await client.post('/webhooks', {
    url: receiver.url,
    description: 'Test',
    filters: [{ type: '*' }],
    roleId: 'admin',
    ...input,
  });
  if (status !== 201) throw new Error(`Making an endpoint answered ${JSON.stringify(body)}`);
  return body;
}

export async function makeContact(client: ApiClient, values: object = { lastName: 'López' }) {
  const { status, body } = await client.post('/contacts', values);
  if (status !== 201) throw new Error(`Making a contact answered ${JSON.stringify(body)}`);
  return body;
}

/** The log of an endpoint, newest first. */
export async function logOf(client: ApiClient, webhookId: string, query = '') {
  return (await client.get(`/webhooks/${webhookId}/deliveries${query}`)).body.items;
}
