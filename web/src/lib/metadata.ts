import { queryOptions } from '@tanstack/react-query';
import type { LocalizedText, RecordTypeInfo } from '@vinculo/client/types';
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { vinculo } from './client';
import { localeOf } from './i18n';

/** The record types as the person's role sees them. Loaded once by the signed-in layout. */
export const metadataQuery = queryOptions({
  queryKey: ['metadata'],
  queryFn: ({ signal }) => vinculo.metadata.get(signal),
  staleTime: 10 * 60_000,
});

/** Filled by the signed-in layout, as the session is. */
export const RecordTypesContext = createContext<RecordTypeInfo[]>([]);

export function useRecordTypes(): RecordTypeInfo[] {
  return useContext(RecordTypesContext);
}

/** By its path (`contacts`) or by its type (`contact`). */
export function useRecordType(name: string): RecordTypeInfo | undefined {
  return useRecordTypes().find((info) => info.plural === name || info.name === name);
}

/** Picks the person's language out of a label that comes in all of them. */
export function useLabel() {
  const { i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  return (text: LocalizedText | undefined, fallback = ''): string => text?.[locale] ?? text?.en ?? fallback;
}
