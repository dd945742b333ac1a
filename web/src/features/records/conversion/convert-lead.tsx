import { Button, Group, Modal, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ConvertedLead } from '@vinculo/client/resources/sales';
import type { RecordData } from '@vinculo/client/types';
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldInput } from '../../../components/fields/field-input';
import { EntityIcon } from '../../../components/ui/entity-icon';
import { FormProblem } from '../../../components/ui/form-problem';
import { KeyHint } from '../../../components/ui/key-hint';
import { useAccess } from '../../../lib/access';
import { vinculo } from '../../../lib/client';
import { useRefusedFields } from '../../../lib/field-problem';
import { useLabel, useRecordType } from '../../../lib/metadata';
import { notifySuccess } from '../../../lib/notify';
import { fieldOf, fieldsNamed } from '../../../lib/record-fields';
import { titleOf } from '../../../lib/record-title';
import { refreshLists, refreshTimelines } from '../../../lib/records/cache';
import { AccountCandidates } from './account-candidates';
import {
  CONTACT_FIELDS,
  type ConversionDraft,
  draftFrom,
  OPPORTUNITY_FIELDS,
  toConversion,
} from './conversion';
import classes from './convert-lead.module.css';

interface ConvertLeadProps {
  lead: RecordData;
  onClose: () => void;
}

type Refused = { general: string | null; fields: Record<string, Record<string, string>> };

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

function useConversion(lead: RecordData, onClose: () => void) {
  const { t } = useTranslation('records');
  const client = useQueryClient();
  const navigate = useNavigate();
  const refusedFields = useRefusedFields();
  const [refused, setRefused] = useState<Refused>({ general: null, fields: {} });
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

interface AccountSectionProps {
  draft: ConversionDraft;
  refused: Refused;
  onChange: (changes: Partial<ConversionDraft>) => void;
}

function AccountSection({ draft, refused, onChange }: AccountSectionProps) {
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

interface ValuesSectionProps {
  type: string;
  names: readonly string[];
  values: Record<string, unknown>;
  refused: Refused;
  onChange: (values: Record<string, unknown>) => void;
  isOn?: boolean;
  onToggle?: (isOn: boolean) => void;
}

function ValuesSection({
  type,
  names,
  values,
  refused,
  onChange,
  isOn = true,
  onToggle,
}: ValuesSectionProps) {
  const { t } = useTranslation('records');
  const info = useRecordType(type);
  if (!info) return null;
  const errors = refused.fields[type] ?? {};
  return (
    <Section
      type={type}
      action={
        onToggle ? (
          <Switch
            size="xs"
            checked={isOn}
            onChange={(event) => onToggle(event.currentTarget.checked)}
            aria-label={t('convert.withOpportunity')}
          />
        ) : null
      }
    >
      {isOn ? (
        <div className={classes.fields}>
          {fieldsNamed(info, names).map((field) => (
            <div key={field.name} data-wide={field.kind === 'emails' || field.kind === 'phones' || undefined}>
              <FieldInput
                field={field}
                value={values[field.name]}
                errors={errorsOf(errors, field.name)}
                onChange={(value) => onChange({ ...values, [field.name]: value })}
              />
            </div>
          ))}
        </div>
      ) : null}
    </Section>
  );
}

/** From `emails.0.value` of the part to `0.value` of the field. */
function errorsOf(errors: Record<string, string>, field: string): Record<string, string> {
  const own = Object.entries(errors).filter(([path]) => path === field || path.startsWith(`${field}.`));
  return Object.fromEntries(own.map(([path, text]) => [path.slice(field.length + 1), text]));
}

function Section({ type, action, children }: { type: string; action?: ReactNode; children: ReactNode }) {
  const label = useLabel();
  const info = useRecordType(type);
  return (
    <section className={classes.section}>
      <h3 className={classes.title}>
        <EntityIcon type={type} /> {label(info?.labels.one, type)}{' '}
        <span className={classes.action}>{action}</span>
      </h3>
      {children}
    </section>
  );
}
