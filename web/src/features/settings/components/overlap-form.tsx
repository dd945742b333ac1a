import { Button, NativeSelect, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../components/ui/form-problem';
import { useSubmit } from '../../../lib/use-submit';

interface OverlapFormProps<Result> {
  text: string;
  label: string;
  /** The choice of no overlap. */
  atOnce: string;
  submitLabel: string;
  run: (overlapHours: number) => Promise<Result>;
  onDone: (result: Result) => unknown;
}

/** Asks how long something old is good beside the new. */
export function OverlapForm<Result>({
  text,
  label,
  atOnce,
  submitLabel,
  run,
  onDone,
}: OverlapFormProps<Result>) {
  const { t } = useTranslation('settings');
  const overlaps = [
    { value: '0', label: atOnce },
    { value: '1', label: t('overlapFor.hour') },
    { value: '24', label: t('overlapFor.day') },
    { value: '168', label: t('overlapFor.week') },
  ];
  const form = useForm<{ overlapHours: string }>({ initialValues: { overlapHours: '24' } });
  const { onSubmit, problem, isPending } = useSubmit(form, {
    run: ({ overlapHours }) => run(Number(overlapHours)),
    onDone,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="sm">
        <FormProblem problem={problem} />
        <Text size="sm">{text}</Text>
        <NativeSelect label={label} data-autofocus data={overlaps} {...form.getInputProps('overlapHours')} />
        <Button type="submit" loading={isPending}>
          {submitLabel}
        </Button>
      </Stack>
    </form>
  );
}
