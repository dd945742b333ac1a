import { segment, type Transport } from '../transport';
import type { CurrencyRate, EventEnvelope, Page, RecordPage, Role } from '../types';

export type RoleDraft = Pick<Role, 'name' | 'home' | 'permissions' | 'types' | 'fields'> &
  Partial<Pick<Role, 'description' | 'basedOn'>>;

/** Who may do what, and what was done. */
export function rolesOf(transport: Transport) {
  return {
    list: (signal?: AbortSignal) => transport.get<Page<Role>>('/roles', { signal }),
    create: (draft: RoleDraft) => transport.post<Role>('/roles', draft),
    update: (role: Pick<Role, 'id' | 'version'>, changes: Partial<RoleDraft>) =>
      transport.patch<Role>(`/roles/${segment(role.id)}`, changes, { version: role.version }),
    delete: (role: Pick<Role, 'id' | 'version'>) =>
      transport.delete(`/roles/${segment(role.id)}`, { version: role.version }),
  };
}

export function auditOf(transport: Transport) {
  return {
    list: (cursor?: string, signal?: AbortSignal) =>
      transport.get<RecordPage<EventEnvelope>>('/audit', { query: { cursor }, signal }),
  };
}

export function currencyRatesOf(transport: Transport) {
  return {
    list: (signal?: AbortSignal) => transport.get<Page<CurrencyRate>>('/currency-rates', { signal }),
    /** Sets the rates of these days and leaves all others; `null` forgets a day's. */
    set: (items: (Omit<CurrencyRate, 'rate'> & { rate: string | null })[]) =>
      transport.put<Page<CurrencyRate>>('/currency-rates', { items }),
  };
}
