import { Anchor, Button, Loader, Stack } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { IconShieldLock } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { TotpEnrolment } from '@vinculo/client/types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeField } from '../../../components/ui/code-field';
import { FormProblem } from '../../../components/ui/form-problem';
import { RecoveryCodes } from '../../../components/ui/recovery-codes';
import { TotpSeed } from '../../../components/ui/totp-seed';
import { vinculo } from '../../../lib/client';
import { useProblemText } from '../../../lib/problem-text';
import { useSubmit } from '../../../lib/use-submit';
import { AuthCard } from './auth-card';
import type { StepProps } from './second-step';

/** As a query, so that one seed is made however often the page renders. */
const enrolmentQuery = (challenge: string) =>
  queryOptions({
    queryKey: ['enrolment', challenge],
    queryFn: () => vinculo.logInSteps.beginEnrolment(challenge),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

/** The company wants everybody to have a second factor: it is set up before one gets in. */
export function EnrolStep({ step, onDone, onRestart }: StepProps) {
  const { t } = useTranslation('auth');
  const { describe } = useProblemText();
  const { data: enrolment, error } = useQuery(enrolmentQuery(step.challenge));
  return (
    <AuthCard
      icon={<IconShieldLock size={20} stroke={1.7} />}
      title={t('enrol.title')}
      text={t('enrol.text')}
      footer={
        <Anchor component="button" type="button" size="sm" onClick={onRestart}>
          {t('forgot.back')}
        </Anchor>
      }
    >
      {error ? <FormProblem problem={describe(error).title} /> : null}
      {!enrolment && !error ? <Loader size={18} /> : null}
      {enrolment ? <ConfirmForm challenge={step.challenge} enrolment={enrolment} onDone={onDone} /> : null}
    </AuthCard>
  );
}

interface ConfirmFormProps extends Pick<StepProps, 'onDone'> {
  challenge: string;
  enrolment: TotpEnrolment;
}

function ConfirmForm({ challenge, enrolment, onDone }: ConfirmFormProps) {
  const { t } = useTranslation(['auth', 'common']);
  const [done, setDone] = useState<Awaited<ReturnType<typeof vinculo.logInSteps.confirmEnrolment>>>();
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: isNotEmpty(t('common:form.required')) },
  });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: ({ code }) => vinculo.logInSteps.confirmEnrolment({ challenge, code }),
    onDone: setDone,
  });
  if (done) {
    return (
      <RecoveryCodes
        codes={done.recoveryCodes}
        doneLabel={t('enrol.enter')}
        onDone={() => void onDone(done.session)}
      />
    );
  }
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="sm">
        <FormProblem problem={problem} />
        <TotpSeed enrolment={enrolment} />
        <CodeField {...form.getInputProps('code')} />
        <Button type="submit" size="md" loading={isPending} fullWidth>
          {t('enrol.submit')}
        </Button>
      </Stack>
    </form>
  );
}
