import { Button, Group, Modal } from '@mantine/core';
import type { RecordData } from '@vinculo/client/types';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../components/ui/form-problem';
import { KeyHint } from '../../../components/ui/key-hint';
import { useAccess } from '../../../lib/access';
import { useRecordType } from '../../../lib/metadata';
import { titleOf } from '../../../lib/record-title';
import { AccountSection } from './account-section';
import { CONTACT_FIELDS, type ConversionDraft, draftFrom, OPPORTUNITY_FIELDS } from './conversion';
import classes from './convert-lead.module.css';
import { useConversion } from './use-conversion';
import { ValuesSection } from './values-section';

interface ConvertLeadProps {
  lead: RecordData;
  onClose: () => void;
}

/** A lead becomes a company, a person in it and, if wanted, a deal: all at once or nothing. */
export default function ConvertLead({ lead, onClose }: ConvertLeadProps) {
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation();
  const info = useRecordType('lead');
  const access = useAccess();
  const convert = useConversion(lead, onClose);
  const [draft, setDraft] = useState<ConversionDraft>(() => {
    const suggested = draftFrom(lead, info ? titleOf(info, lead) : '');
    return { ...suggested, withOpportunity: access.can('create', 'opportunity') };
  });
  const set = (changes: Partial<ConversionDraft>) => setDraft((current) => ({ ...current, ...changes }));

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    void convert.submit(draft);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    void convert.submit(draft);
  }

  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      size="xl"
      title={t('convert.title', { title: info ? titleOf(info, lead) : '' })}
      closeButtonProps={{ 'aria-label': tCommon('action.close') }}
    >
      <form noValidate onSubmit={onSubmit} onKeyDown={onKeyDown} className={classes.form}>
        <FormProblem problem={convert.refused.general} />
        <AccountSection draft={draft} refused={convert.refused} onChange={set} />
        <ValuesSection
          type="contact"
          names={CONTACT_FIELDS}
          values={draft.contact}
          refused={convert.refused}
          onChange={(contact) => set({ contact })}
        />
        {access.can('create', 'opportunity') ? (
          <ValuesSection
            type="opportunity"
            names={OPPORTUNITY_FIELDS}
            values={draft.opportunity}
            refused={convert.refused}
            onChange={(opportunity) => set({ opportunity })}
            isOn={draft.withOpportunity}
            onToggle={(withOpportunity) => set({ withOpportunity })}
          />
        ) : null}
        <Group gap="xs" justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {tCommon('action.cancel')}
          </Button>
          <Button type="submit" loading={convert.isSaving} rightSection={<KeyHint keys="mod+Enter" />}>
            {t('convert.submit')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
