import { Button, NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { ApiKeyInput } from '@vinculo/client/resources/api-keys';
import type { ApiKey } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../../components/ui/form-problem';
import { useFormat } from '../../../../lib/use-format';
import { useSubmit } from '../../../../lib/use-submit';
import { rolesQuery } from '../../api/people';
import { ScopeFields } from './scope-fields';

const DAYS = ['30', '90', '365'] as const;
const DAY_MS = 86_400_000;

interface KeyFormProps<Result> {
  /** The key that is changed; none when one is made. */
  apiKey?: ApiKey;
  submitLabel: string;
  run: (input: ApiKeyInput) => Promise<Result>;
  onDone: (result: Result) => unknown;
}

interface KeyValues extends Record<string, unknown> {
  name: string;
  roleId: string;
  reach: 'role' | 'scopes';
  scopes: string[];
  /** A number of days from now, or what is there already, or no end. */
  expiresAt: 'kept' | 'never' | (typeof DAYS)[number];
}

export function KeyForm<Result>({ apiKey, submitLabel, run, onDone }: KeyFormProps<Result>) {
  const { t } = useTranslation(['settings', 'common']);
  const format = useFormat();
  const roles = useQuery(rolesQuery).data?.items ?? [];
  const form = useForm<KeyValues>({
    initialValues: {
      name: apiKey?.name ?? '',
      roleId: apiKey?.roleId ?? 'read_only',
      reach: apiKey?.scopes ? 'scopes' : 'role',
      scopes: apiKey?.scopes ?? [],
      expiresAt: apiKey ? 'kept' : '90',
    },
    validate: {
      name: isNotEmpty(t('common:form.required')),
      scopes: (scopes, { reach }) => (reach === 'scopes' && scopes.length === 0 ? t('keys.noScopes') : null),
    },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: ({ name, roleId, reach, scopes, expiresAt }) =>
      run({ name, roleId, scopes: reach === 'scopes' ? scopes : null, ...endOf(expiresAt) }),
    onDone,
  });
  const { roleId, reach, scopes } = form.getValues();
  const kept = apiKey?.expiresAt
    ? t('keys.keepEnd', { date: format.date(apiKey.expiresAt) })
    : t('keys.keepNoEnd');
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="sm">
        <FormProblem problem={problem} />
        <TextInput
          label={t('keys.name')}
          description={t('keys.nameText')}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <NativeSelect
          label={t('keys.role')}
          description={t('keys.roleText')}
          data={roles.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('roleId')}
        />
        <Radio.Group label={t('keys.reach')} {...form.getInputProps('reach')}>
          <Stack gap={6} mt={4}>
            <Radio size="xs" value="role" label={t('keys.wholeRole')} />
            <Radio size="xs" value="scopes" label={t('keys.onlyScopes')} />
          </Stack>
        </Radio.Group>
        {reach === 'scopes' ? (
          <ScopeFields
            scopes={scopes}
            roleId={roleId}
            onChange={(next) => form.setFieldValue('scopes', next)}
            error={typeof form.errors.scopes === 'string' ? form.errors.scopes : undefined}
          />
        ) : null}
        <NativeSelect
          label={t('keys.end')}
          data={[
            ...(apiKey ? [{ value: 'kept', label: kept }] : []),
            ...DAYS.map((days) => ({ value: days, label: t('keys.inDays', { count: Number(days) }) })),
            { value: 'never', label: t('keys.noEnd') },
          ]}
          {...form.getInputProps('expiresAt')}
        />
        <Button type="submit" loading={isPending}>
          {submitLabel}
        </Button>
      </Stack>
    </form>
  );
}

function endOf(choice: KeyValues['expiresAt']): Pick<ApiKeyInput, 'expiresAt'> {
  if (choice === 'kept') return {};
  if (choice === 'never') return { expiresAt: null };
  return { expiresAt: new Date(Date.now() + Number(choice) * DAY_MS).toISOString() };
}
