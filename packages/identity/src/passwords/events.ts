import type { NewEvent } from '@vinculo/platform/events/commit';

export function passwordResetRequested(userId: string, ip: string): NewEvent {
  return {
    type: 'user.password_reset_requested',
    subject: { type: 'user', id: userId },
    data: { ip },
    isAudited: true,
  };
}

/** The password is another one; `means` says whether the old one or the mailbox proved the user. */
export function passwordChanged(userId: string, means: 'password' | 'link', ip: string): NewEvent {
  return {
    type: 'user.password_changed',
    subject: { type: 'user', id: userId },
    data: { means, ip },
    isAudited: true,
  };
}
