import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ConvertedLead } from '@vinculo/client/resources/sales';
import type { RecordData } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vinculo } from '../../../lib/client';
import { type RefusedFields, useRefusedFields } from '../../../lib/field-problem';
import { notifySuccess } from '../../../lib/notify';
import { refreshLists, refreshTimelines } from '../../../lib/records/cache';
import { type ConversionDraft, toConversion } from './conversion';

/** Converts, and goes to what the lead became. */
export function useConversion(lead: RecordData, onClose: () => void) {
  const { t } = useTranslation('records');
  const client = useQueryClient();
  const navigate = useNavigate();
  const refusedFields = useRefusedFields();
  const [refused, setRefused] = useState<RefusedFields>({ general: null, fields: {} });
  const [isSaving, setSaving] = useState(false);

  async function leaveTo({ account, opportunity }: ConvertedLead): Promise<void> {
    onClose();
    notifySuccess(t('convert.done'));
    const target = opportunity
      ? { plural: 'opportunities', recordId: opportunity.id }
      : { plural: 'accounts', recordId: account.id };
    await navigate({ to: '/$plural/$recordId', params: target });
    await client.invalidateQueries({ queryKey: ['records', 'leads', 'one', lead.id] });
    await Promise.all(
      ['accounts', 'contacts', 'opportunities', 'leads'].map((plural) => refreshLists(client, plural)),
    );
    await refreshTimelines(client);
  }

  async function submit(draft: ConversionDraft): Promise<void> {
    if (isSaving) return;
    setSaving(true);
    try {
      await leaveTo(await vinculo.leads.convert(lead.id, lead.version, toConversion(draft)));
    } catch (error) {
      // Pointers begin with the part: `/contact/emails/0/value`.
      setRefused(
        refusedFields(error, (part) =>
          ['account', 'contact', 'opportunity'].includes(part) ? 'part' : undefined,
        ),
      );
      await client.invalidateQueries({ queryKey: ['records', 'leads', 'one', lead.id] });
    } finally {
      setSaving(false);
    }
  }

  return { refused, isSaving, submit };
}
