import { Secret, TOTP } from 'otpauth';

const ISSUER = 'Vinculo';
const SEED_BYTES = 20;
const PERIOD_SECONDS = 30;
/** Clocks of phones may be off by a step. */
const WINDOW = 1;

export function newSeed(): string {
  return new Secret({ size: SEED_BYTES }).base32;
}

/** What an authenticator app scans; the label is what it shows. */
export function totpUri(seed: string, label: string): string {
  return generator(seed, label).toString();
}

/** The step that a code belongs to, one before or after now at most; undefined for a wrong code. */
export function stepOf(seed: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = generator(seed).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}

/** Apps know these parameters without being told, and some know no others. */
function generator(seed: string, label = ''): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(seed),
  });
}
