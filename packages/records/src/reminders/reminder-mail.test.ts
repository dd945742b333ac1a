import { provideRuntime, type Runtime } from '@vinculo/platform/runtime';
import { beforeAll, describe, expect, it } from 'vitest';
import { reminderMail } from './reminder-mail';

beforeAll(() => provideRuntime({ appUrl: 'https://crm.example' } as Runtime));

const params = {
  title: 'Call\r\nBcc: everybody@example.com',
  at: new Date('2026-03-02T11:30:00Z'),
  timeZone: 'Europe/Madrid',
  path: '/activities/act_1',
};

describe('reminderMail', () => {
  it.each([
    ['en', 'Reminder: Call Bcc: everybody@example.com', /Monday.*12:30/],
    ['es', 'Recordatorio: Call Bcc: everybody@example.com', /lunes.*12:30/],
  ] as const)(
    'says in %s what it is about, in one line, and when, in the company’s time (S21)',
    (locale, subject, when) => {
      const mail = reminderMail(locale, params);
      expect(mail.subject).toBe(subject);
      expect(mail.paragraphs.join(' ')).toMatch(when);
      expect(mail.action?.url).toBe('https://crm.example/activities/act_1');
    },
  );
});
