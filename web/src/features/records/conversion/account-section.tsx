import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldInput } from '../../../components/fields/field-input';
import { useAccess } from '../../../lib/access';
import type { RefusedFields } from '../../../lib/field-problem';
import { useRecordType } from '../../../lib/metadata';
import { fieldOf } from '../../../lib/record-fields';
import { AccountCandidates } from './account-candidates';
import type { ConversionDraft } from './conversion';
import { Section } from './section';

interface AccountSectionProps {
  draft: ConversionDraft;
  refused: RefusedFields;
  onChange: (changes: Partial<ConversionDraft>) => void;
}

export function AccountSection({ draft, refused, onChange }: AccountSectionProps) {
  const { t } = useTranslation('records');
  const info = useRecordType('account');
  const access = useAccess();
  const mayCreate = access.can('create', 'account');
  const [mode, setMode] = useState<'new' | 'existing'>(mayCreate ? 'new' : 'existing');
  const contact = useRecordType('contact');
  const reference = contact ? fieldOf(contact, 'accountId') : undefined;
  const errors = refused.fields.account ?? {};
  if (!info) return null;
  function choose(id: string | null): void {
    setMode(id ? 'existing' : 'new');
    onChange({ accountId: id });
  }
  return (
    <Section type="account">
      {mayCreate ? (
        <SegmentedControl
          size="xs"
          aria-label={t('convert.accountKind')}
          value={mode}
          onChange={(next) => {
            setMode(next === 'existing' ? 'existing' : 'new');
            if (next === 'new') onChange({ accountId: null });
          }}
          data={[
            { value: 'new', label: t('convert.newAccount') },
            { value: 'existing', label: t('convert.existingAccount') },
          ]}
        />
      ) : null}
      {mode === 'new' ? (
        <>
          <TextInput
            label={t('convert.accountName')}
            required
            value={draft.accountName}
            error={errors['create.name']}
            onChange={(event) => onChange({ accountName: event.currentTarget.value })}
          />
          <AccountCandidates name={draft.accountName} onChoose={choose} />
        </>
      ) : reference ? (
        <FieldInput
          field={reference}
          value={draft.accountId}
          errors={{ '': errors.id ?? '' }}
          onChange={(id) => choose(typeof id === 'string' ? id : null)}
        />
      ) : null}
    </Section>
  );
}
