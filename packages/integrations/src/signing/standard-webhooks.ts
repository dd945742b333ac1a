import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/*
 * Symmetric signatures of Standard Webhooks, version 1: HMAC-SHA256 over `<id>.<seconds>.<body>`, in base64, several of
 * them separated by spaces while a secret is being changed (S17).
 */
const PREFIX = 'whsec_';
const SECRET_BYTES = 32;
const TOLERANCE_SECONDS = 5 * 60;

export interface SignedMessage {
  id: string;
  at: Date;
  body: string;
}

export function newSigningSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}

/** The three headers that let a receiver verify a message with any of the secrets. */
export function signatureHeaders(message: SignedMessage, secrets: readonly string[]): Record<string, string> {
  const seconds = secondsOf(message.at);
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': secrets
      .map((secret) => `v1,${sign(secret, message.id, seconds, message.body)}`)
      .join(' '),
  };
}

export interface ReceivedMessage {
  id: string | undefined;
  timestamp: string | undefined;
  signature: string | undefined;
  body: string;
}

/** Whether a message was signed with one of the secrets, within five minutes of now. */
export function isSigned(received: ReceivedMessage, secrets: readonly string[], now: Date): boolean {
  const { id, timestamp = '', signature, body } = received;
  if (!id || !signature || !/^\d{1,12}$/.test(timestamp)) return false;
  const seconds = Number(timestamp);
  if (Math.abs(secondsOf(now) - seconds) > TOLERANCE_SECONDS) return false;
  const given = signature.split(' ').flatMap((part) => (part.startsWith('v1,') ? [part.slice(3)] : []));
  return secrets.some((secret) => {
    const expected = sign(secret, id, seconds, body);
    return given.some((text) => isEqual(text, expected));
  });
}

function sign(secret: string, id: string, seconds: number, body: string): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
}

function secondsOf(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}

function isEqual(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
