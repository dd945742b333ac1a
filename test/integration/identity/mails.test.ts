import { sendInvitationMail } from '@vinculo/identity/invitations/invitation-mail';
import { sendPasswordChangedMail, sendPasswordResetMail } from '@vinculo/identity/passwords/password-mails';
import { sendVerificationMail } from '@vinculo/identity/sign-up/verification-mail';
import { sendTrialMails } from '@vinculo/identity/tenants/trial-mail';
import { scheduleTrialTimers } from '@vinculo/identity/tenants/trial-timers';
import type { DomainEvent } from '@vinculo/platform/events/envelope';
import { newEventId, newId } from '@vinculo/platform/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiClient, signUpCompany } from '../../support/api-client';
import { dumpTable } from '../../support/dump-table';
import { createHarness, type Harness } from '../../support/harness';

let harness: Harness;
beforeAll(async () => {
  harness = await createHarness();
});
afterAll(() => harness.close());

describe('mails', () => {
  it('go out once each, however often and in whatever order their events come (D5)', async () => {
    const { client, email, password } = await signUpCompany(harness);
    for (const seed of [1, 2, 3]) {
      const guest = `mailed${seed}@example.com`;
      const before = (await harness.mailbox.list()).length;
      harness.clock.advance({ hours: 1 });
      await client.post('/invitations', { email: guest, roleId: 'analyst' });
      await createApiClient().post('/password/forgot', { email });
      await client.post('/password', { current: password, password: 'something else' });
      await client.post('/password', { current: 'something else', password });
      await harness.drain({ seed, duplicates: 1 });
      await harness.drain();
      const subjects = (await harness.mailbox.list()).slice(0, -before).map(({ subject }) => subject);
      expect(subjects.sort()).toEqual([
        'Ada Admin invites you to Acme Test on Vinculo',
        'Set a new password',
        'Your password was changed',
        'Your password was changed',
      ]);
    }
    expect(harness.deadLetters).toEqual([]);
  });

  it('are not sent to who is gone: withdrawn, disabled, or of a tenant that is not there', async () => {
    const ctx = harness.context();
    const before = { table: await dumpTable(harness.table), mails: (await harness.mailbox.list()).length };
    const event: DomainEvent = {
      id: newEventId(),
      type: 'user.invited',
      version: 1,
      tenantId: ctx.tenantId,
      at: ctx.clock.now().toISOString(),
      actor: { kind: 'system', id: 'test' },
      subject: { type: 'user', id: newId('usr') },
      data: { userId: newId('usr'), invitationId: newId('inv'), timer: 'trial.ended' },
    };
    for (const consume of [
      sendVerificationMail,
      sendInvitationMail,
      sendPasswordResetMail,
      sendPasswordChangedMail,
      sendTrialMails,
      scheduleTrialTimers,
    ]) {
      await consume(ctx, event);
    }
    expect(await dumpTable(harness.table)).toEqual(before.table);
    expect(await harness.mailbox.list()).toHaveLength(before.mails);
  });

  it('carry tags that the provider takes, and no personal data in them', async () => {
    for (const { tags } of await harness.mailbox.list()) {
      for (const [name, value] of Object.entries(tags)) expect(`${name}=${value}`).toMatch(/^[\w-]+=[\w-]+$/);
    }
  });
});
