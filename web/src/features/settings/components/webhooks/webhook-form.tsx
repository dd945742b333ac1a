import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { WebhookInput } from '@vinculo/client/resources/webhooks';
import type { Webhook } from '@vinculo/client/types';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../../components/ui/form-problem';
import { useSubmit } from '../../../../lib/use-submit';
import { rolesQuery } from '../../api/people';
import { EventPicker } from './event-picker';

interface WebhookFormProps<Result> {
  /** The endpoint that is changed; none when one is made. */
  webhook?: Webhook;
  submitLabel: string;
  run: (input: WebhookInput) => Promise<Result>;
  onDone: (result: Result) => unknown;
}

export function WebhookForm<Result>({ webhook, submitLabel, run, onDone }: WebhookFormProps<Result>) {
  const { t } = useTranslation(['webhooks', 'common']);
  const roles = useQuery(rolesQuery).data?.items ?? [];
  const form = useForm<WebhookInput & Record<string, unknown>>({
    initialValues: {
      description: webhook?.description ?? '',
      url: webhook?.url ?? '',
      roleId: webhook?.roleId ?? 'read_only',
      filters: webhook?.filters ?? [],
    },
    validate: {
      description: isNotEmpty(t('common:form.required')),
      url: isNotEmpty(t('common:form.required')),
      filters: (filters) => (filters.length === 0 ? t('chooseEvents') : null),
    },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: ({ description, url, roleId, filters }) => run({ description, url: url.trim(), roleId, filters }),
    onDone,
  });
  const { filters: error } = form.errors;
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="sm">
        <FormProblem problem={problem} />
        <TextInput
          label={t('description')}
          description={t('descriptionText')}
          data-autofocus
          {...form.getInputProps('description')}
        />
        <TextInput
          label={t('url')}
          description={t('urlText')}
          type="url"
          autoComplete="off"
          placeholder="https://"
          {...form.getInputProps('url')}
        />
        <EventPicker
          filters={form.getValues().filters}
          onChange={(next) => form.setFieldValue('filters', next)}
          error={typeof error === 'string' ? error : undefined}
        />
        <NativeSelect
          label={t('role')}
          description={t('roleText')}
          data={roles.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('roleId')}
        />
        <Button type="submit" loading={isPending}>
          {submitLabel}
        </Button>
      </Stack>
    </form>
  );
}
