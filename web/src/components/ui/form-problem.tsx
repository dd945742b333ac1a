import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import classes from './form-problem.module.css';

/** The refusal that belongs to no single field, at the head of its form. The empty place is the alert, so that it is watched. */
export function FormProblem({ problem }: { problem: string | null }) {
  return (
    <div role="alert" className={classes.root}>
      {problem ? (
        <Alert color="red" variant="light" icon={<IconAlertCircle size={16} />} p="xs" role="group">
          {problem}
        </Alert>
      ) : null}
    </div>
  );
}
