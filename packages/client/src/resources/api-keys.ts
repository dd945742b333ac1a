import { segment, type Transport } from '../transport';
import type { ApiKey, NewApiKey, Page } from '../types';

export interface ApiKeyInput {
  name: string;
  roleId: string;
  /** `contact:read`, `*:write`, `records.export` …; null for all that the role allows. */
  scopes?: string[] | null;
  expiresAt?: string | null;
}

export type ApiKeyChanges = Partial<ApiKeyInput & Pick<ApiKey, 'status' | 'apiVersion'>>;

/** The keys by which programs call the API. */
export function apiKeysOf(transport: Transport) {
  return {
    list: (signal?: AbortSignal) => transport.get<Page<ApiKey>>('/api-keys', { signal }),
    create: (input: ApiKeyInput) => transport.post<NewApiKey>('/api-keys', input),
    update: (key: Pick<ApiKey, 'id' | 'version'>, changes: ApiKeyChanges) =>
      transport.patch<ApiKey>(`/api-keys/${segment(key.id)}`, changes, { version: key.version }),
    /** Both secrets work for so many hours, 168 at most. */
    rotate: (id: string, overlapHours: number) =>
      transport.post<NewApiKey>(`/api-keys/${segment(id)}/rotate`, { overlapHours }),
    revoke: (key: Pick<ApiKey, 'id' | 'version'>) =>
      transport.delete(`/api-keys/${segment(key.id)}`, { version: key.version }),
  };
}
