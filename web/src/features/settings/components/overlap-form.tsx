import { Button, NativeSelect, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '../../../../components/ui/form-problem';
import { useSubmit } from '../../../../lib/use-submit';

const OVERLAPS = [
  ['0', 'atOnce'],
  ['1', 'hour'],
  ['24', 'day'],
  ['168', 'week'],
] as const;

interface OverlapFormProps<Result> {
  text: string;
  label: string;
  submitLabel: string;
  run: (overlapHours: number) => Promise<Result>;
  onDone: (result: Result) => unknown;
}

/** Asks how long something old is good beside the new. */
export function OverlapForm<Result>({ text, label, submitLabel, run, onDone }: OverlapFormProps<Result>) {
  const { t } = useTranslation('webhooks');
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
        <NativeSelect
          label={label}
          data-autofocus
          data={OVERLAPS.map(([value, key]) => ({ value, label: t(`overlapFor.${key}`) }))}
          {...form.getInputProps('overlapHours')}
        />
        <Button type="submit" loading={isPending}>
          {submitLabel}
        </Button>
      </Stack>
    </form>
  );
}
