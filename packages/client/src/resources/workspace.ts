import { segment, type Transport } from '../transport';
import type { Favourite, Notification, Page, SearchHit, View } from '../types';

export type ViewDraft = Omit<View, 'id' | 'ownerId' | 'version' | 'position'>;

export function searchOf(transport: Transport) {
  return {
    find: (q: string, options: { types?: string[]; limit?: number; signal?: AbortSignal } = {}) =>
      transport.get<{ items: SearchHit[] }>('/search', {
        query: { q, types: options.types, limit: options.limit },
        signal: options.signal,
      }),
  };
}

export function recentsOf(transport: Transport) {
  return {
    /** What the person opened last, newest first. */
    list: (signal?: AbortSignal) => transport.get<Page<SearchHit>>('/recents', { signal }),
    note: (recordId: string) => transport.put<void>(`/recents/${segment(recordId)}`),
  };
}

export function viewsOf(transport: Transport) {
  return {
    list: (signal?: AbortSignal) => transport.get<Page<View>>('/views', { signal }),
    create: (draft: ViewDraft) => transport.post<View>('/views', draft),
    update: (view: Pick<View, 'id' | 'version'>, changes: Partial<ViewDraft & Pick<View, 'position'>>) =>
      transport.patch<View>(`/views/${segment(view.id)}`, changes, { version: view.version }),
    delete: (view: Pick<View, 'id' | 'version'>) =>
      transport.delete(`/views/${segment(view.id)}`, { version: view.version }),
  };
}

export function favouritesOf(transport: Transport) {
  return {
    list: (signal?: AbortSignal) => transport.get<Page<Favourite>>('/favourites', { signal }),
    add: (recordId: string) => transport.put<void>(`/favourites/${segment(recordId)}`),
    remove: (recordId: string) => transport.delete(`/favourites/${segment(recordId)}`),
  };
}

export function notificationsOf(transport: Transport) {
  return {
    list: (cursor?: string, signal?: AbortSignal) =>
      transport.get<Page<Notification>>('/notifications', { query: { cursor }, signal }),
    markRead: (which: { ids: string[] } | { all: true }) =>
      transport.post<void>('/notifications/read', which),
  };
}
