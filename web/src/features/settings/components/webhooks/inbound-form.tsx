import { Button, Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { InboundHookInput } from '@vinculo/client/resources/webhooks';
import type { InboundHook, RecordTypeInfo } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../../components/ui/form-problem';
import { useLabel, useRecordTypes } from '../../../../lib/metadata';
import { useSubmit } from '../../../../lib/use-submit';
import { rolesQuery } from '../../api/people';
import { MappingRows } from './mapping-rows';

interface InboundFormProps<Result> {
  /** The hook that is changed; none when one is made. */
  hook?: InboundHook;
  submitLabel: string;
  run: (input: InboundHookInput) => Promise<Result>;
  onDone: (result: Result) => unknown;
}

interface InboundValues extends Record<string, unknown> {
  name: string;
  recordType: string;
  roleId: string;
  mapping: InboundHook['mapping'];
  matchField: string;
  isSigned: boolean;
}

export function InboundForm<Result>({ hook, submitLabel, run, onDone }: InboundFormProps<Result>) {
  const { t } = useTranslation(['webhooks', 'common']);
  const label = useLabel();
  const types = useRecordTypes();
  const roles = useQuery(rolesQuery).data?.items ?? [];
  const form = useForm<InboundValues>({
    initialValues: {
      name: hook?.name ?? '',
      recordType: hook?.recordType ?? 'lead',
      roleId: hook?.roleId ?? 'sales_manager',
      mapping: hook?.mapping ?? [],
      matchField: hook?.matchField ?? '',
      isSigned: hook?.isSigned ?? false,
    },
    validate: {
      name: isNotEmpty(t('common:form.required')),
      mapping: (mapping) =>
        mapping.length === 0 || mapping.some(({ pointer }) => !pointer.startsWith('/'))
          ? t('in.mappingNeeded')
          : null,
    },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: ({ matchField, ...values }) => run({ ...values, matchField: matchField || null }),
    onDone,
  });
  const { recordType, mapping } = form.getValues();
  const info = types.find(({ name }) => name === recordType);
  const { mapping: error } = form.errors;
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="sm">
        <FormProblem problem={problem} />
        <TextInput
          label={t('in.name')}
          description={t('in.nameText')}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <NativeSelect
          label={t('in.type')}
          disabled={hook !== undefined}
          data={types.map((each) => ({ value: each.name, label: label(each.labels.many) }))}
          {...form.getInputProps('recordType')}
          onChange={(event) => {
            form.setFieldValue('recordType', event.currentTarget.value);
            form.setFieldValue('mapping', []);
            form.setFieldValue('matchField', '');
          }}
        />
        {info ? (
          <MappingRows
            info={info}
            mapping={mapping}
            onChange={(next) => form.setFieldValue('mapping', next)}
            error={typeof error === 'string' ? error : undefined}
          />
        ) : null}
        <NativeSelect
          label={t('in.match')}
          data={[
            { value: '', label: t('in.noMatch') },
            ...mapping
              .filter(({ field }) => info && canMatch(info, field))
              .map(({ field }) => ({ value: field, label: label(info?.fields[field]?.labels, field) })),
          ]}
          {...form.getInputProps('matchField')}
        />
        <NativeSelect
          label={t('role')}
          description={t('in.roleText')}
          data={roles.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('roleId')}
        />
        {hook ? null : (
          <Checkbox label={t('in.signed')} {...form.getInputProps('isSigned', { type: 'checkbox' })} />
        )}
        <Button type="submit" loading={isPending}>
          {submitLabel}
        </Button>
      </Stack>
    </form>
  );
}

function canMatch({ fields }: RecordTypeInfo, field: string): boolean {
  return fields[field]?.isUnique === true || fields[field]?.kind === 'emails';
}
