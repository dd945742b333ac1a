import type { UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormProblem } from './form-problem';

interface Submit<Values, Result> {
  run: (values: Values) => Promise<Result>;
  onDone: (result: Result, values: Values) => unknown;
}

/**
 * How every form is sent: checked, sent once, and what the server refuses is shown beside its field in the
 * person's language. What belongs to no field comes back as `problem`, for `<FormProblem>`.
 */
export function useSubmit<Values extends Record<string, unknown>, Result>(
  form: UseFormReturnType<Values>,
  { run, onDone }: Submit<Values, Result>,
) {
  const [problem, setProblem] = useState<string | null>(null);
  const applyProblem = useFormProblem();
  const { mutate, isPending } = useMutation({
    mutationFn: run,
    onSuccess: onDone,
    onError: (error) => setProblem(applyProblem(form, Object.keys(form.getValues()), error)),
  });
  const onSubmit = form.onSubmit((values) => {
    setProblem(null);
    mutate(values);
  });
  return { onSubmit, problem, isPending };
}
