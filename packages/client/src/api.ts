import createClient from 'openapi-fetch';
import { type ClientOptions, createGuardedFetch } from './guarded-fetch';
import type { paths } from './schema.gen';

/**
 * Every operation of the API by its path, with parameters, bodies and answers typed by the OpenAPI document. As all
 * calls of this package it sends what writes need and rejects with a `VinculoProblem`.
 *
 * @example
 * const api = createVinculoApi({ baseUrl: 'https://crm.example.com/api/v1' });
 * const { data } = await api.GET('/contacts/{id}', { params: { path: { id: 'con_01…' } } });
 */
export function createVinculoApi(options: ClientOptions) {
  return createClient<paths>({
    baseUrl: options.baseUrl,
    credentials: options.credentials ?? 'same-origin',
    fetch: createGuardedFetch(options),
  });
}
