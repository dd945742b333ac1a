import { Button, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../../components/ui/form-problem';
import { FormSection } from '../../../../components/ui/form-section';
import { vinculo } from '../../../../lib/client';
import { notifySuccess } from '../../../../lib/notify';
import { sessionQuery, useSession } from '../../../../lib/session';
import { useSubmit } from '../../../../lib/use-submit';

export function NameSection() {
  const { t } = useTranslation(['settings', 'common']);
  const { user } = useSession();
  const client = useQueryClient();
  const form = useForm({
    initialValues: { name: user.name },
    validate: { name: isNotEmpty(t('common:form.required')) },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: vinculo.account.updateProfile,
    onDone: (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
      form.resetDirty();
      notifySuccess(t('common:form.saved'));
    },
  });
  return (
    <FormSection title={t('profile.you')} text={t('profile.youText')}>
      <form onSubmit={onSubmit} noValidate>
        <FormProblem problem={problem} />
        <TextInput label={t('profile.name')} autoComplete="name" {...form.getInputProps('name')} />
        <TextInput label={t('profile.email')} value={user.email} readOnly variant="filled" />
        <Button type="submit" loading={isPending} disabled={!form.isDirty()}>
          {t('common:action.save')}
        </Button>
      </form>
    </FormSection>
  );
}
