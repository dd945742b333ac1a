import { Secret, TOTP } from 'otpauth';
import type { ApiClient } from './api-client';
import type { Harness } from './harness';

/** The code that an authenticator app shows for a seed; `steps` half-minutes later or earlier. */
export function codeFor(secret: string, now: Date, steps = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return totp.generate({ timestamp: now.getTime() + steps * 30_000 });
}

/** Turns one-time codes on for who is logged in, and waits for a code that was not used yet. */
export async function enrolTotp(harness: Harness, client: ApiClient, password: string) {
  const begun = await client.post('/second-factor/totp', { password });
  if (begun.status !== 200) throw new Error(`Enrolling answered ${JSON.stringify(begun.body)}`);
  const { secret } = begun.body;
  const code = codeFor(secret, harness.clock.now());
  const confirmed = await client.post('/second-factor/totp/confirm', { code });
  if (confirmed.status !== 200) throw new Error(`Confirming answered ${JSON.stringify(confirmed.body)}`);
  const recoveryCodes: string[] = confirmed.body.recoveryCodes;
  const nextCode = () => {
    harness.clock.advance({ seconds: 30 });
    return codeFor(secret, harness.clock.now());
  };
  return { secret, code, recoveryCodes, nextCode };
}
