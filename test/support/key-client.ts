import { createApp } from '@vinculo/functions/api/app';
import type { ApiAnswer, ApiClient } from './api-client';
import { TEST_APP_URL } from './harness';

export interface KeyInput {
  name?: string;
  roleId?: string;
  scopes?: string[] | null;
  expiresAt?: string | null;
}

/** Makes an API key in the company of `admin`: what the API said of it, and a program that calls with it. */
export async function createKey(admin: ApiClient, input: KeyInput = {}) {
  const { status, body } = await admin.post('/api-keys', { name: 'Billing', roleId: 'admin', ...input });
  if (status !== 201) throw new Error(`Making a key answered ${JSON.stringify(body)}`);
  return { key: body, program: createKeyClient(body.secret) };
}

/** A program as the API sees it: no cookie, no origin, no header against forgery; only its key. */
export function createKeyClient(
  secret: string,
  app = createApp({ rates: 'unmetered' }),
): Pick<ApiClient, 'call' | 'get' | 'post'> {
  async function call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer> {
    const response = await app.request(`${TEST_APP_URL}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${secret}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
  }
  return {
    call,
    get: (path) => call('GET', path),
    post: (path, body, headers) => call('POST', path, body, headers),
  };
}
