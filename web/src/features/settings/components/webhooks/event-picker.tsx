import { MultiSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { WebhookFilter } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { useLabel, useRecordTypes } from '../../../../lib/metadata';
import { webhookEventTypesQuery } from '../../api/webhooks';
import { useEventNames } from './event-names';

interface EventPickerProps {
  filters: WebhookFilter[];
  onChange: (filters: WebhookFilter[]) => void;
  error?: string | undefined;
}

/** Which events, by record type; and for changes of a type, which of its fields must be among them. */
export function EventPicker({ filters, onChange, error }: EventPickerProps) {
  const { t } = useTranslation('webhooks');
  const nameOf = useEventNames();
  const label = useLabel();
  const types = useRecordTypes();
  const known = useQuery(webhookEventTypesQuery).data?.items ?? [];
  const groups = types.map((info) => ({
    group: label(info.labels.many),
    items: [
      `${info.name}.*`,
      ...known.flatMap(({ type, recordType }) => (recordType === info.name ? [type] : [])),
    ].map((type) => ({ value: type, label: nameOf(type) })),
  }));
  const general = {
    group: t('everyType'),
    items: ['*', 'records.imported'].map((type) => ({ value: type, label: nameOf(type) })),
  };
  const chosen = filters.map(({ type }) => type);
  return (
    <Stack gap="sm">
      <MultiSelect
        label={t('events')}
        description={t('eventsText')}
        data={[general, ...groups]}
        searchable
        value={chosen}
        onChange={(next) =>
          onChange(next.map((type) => filters.find((filter) => filter.type === type) ?? { type }))
        }
        error={error}
      />
      {filters.flatMap((filter) => {
        const [subject, verb] = filter.type.split('.');
        const info = types.find(({ name }) => name === subject);
        if (!info || verb !== 'updated') return [];
        return [
          <MultiSelect
            key={filter.type}
            size="xs"
            label={t('onlyFields', { event: nameOf(filter.type) })}
            placeholder={filter.fields?.length ? '' : t('anyField')}
            data={Object.entries(info.fields).map(([value, field]) => ({
              value,
              label: label(field.labels, value),
            }))}
            searchable
            value={filter.fields ?? []}
            onChange={(fields) =>
              onChange(filters.map((one) => (one === filter ? withFields(one, fields) : one)))
            }
          />,
        ];
      })}
    </Stack>
  );
}

function withFields({ type }: WebhookFilter, fields: string[]): WebhookFilter {
  return fields.length > 0 ? { type, fields } : { type };
}
