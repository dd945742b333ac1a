import { AppError } from '@vinculo/platform/errors';

/** 402: the answer to every change once the trial is over. */
export function trialEnded(): AppError {
  return new AppError(
    402,
    'tenant.trial_ended',
    'The trial has ended. Everything can be read and exported, nothing changed.',
  );
}
