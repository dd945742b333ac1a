import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { isSigned, newSigningSecret, signatureHeaders } from './standard-webhooks';

const secret = newSigningSecret();
const body = '{"type":"contact.created","note":"¡hola!"}';
const sign = (secrets = [secret], at = new Date()) => signatureHeaders({ id: 'msg_1', at, body }, secrets);
const isTaken = (headers: Record<string, string>, text = body, key = secret) => {
  try {
    new Webhook(key).verify(text, headers);
    return true;
  } catch {
    return false;
  }
};

describe('a signed message', () => {
  it('is taken by the reference library (S17)', () => {
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(isTaken(sign())).toBe(true);
  });

  it.each([
    ['id', { 'webhook-id': 'msg_2' }, body],
    ['timestamp', { 'webhook-timestamp': String(Math.floor(Date.now() / 1000) + 1) }, body],
    ['signature', { 'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}` }, body],
    ['body', {}, body.replace('created', 'deleted')],
    ['body by a space', {}, `${body} `],
  ])('is refused by it, and by us, with another %s (S17)', (_, changed, text) => {
    const headers = { ...sign(), ...changed };
    expect(isTaken(headers, text)).toBe(false);
    expect(isSigned(received(headers, text), [secret], new Date())).toBe(false);
  });

  it('is refused when it is older or newer than five minutes (S17)', () => {
    for (const ms of [-301_000, 301_000]) {
      const headers = sign([secret], new Date(Date.now() + ms));
      expect(isTaken(headers)).toBe(false);
      expect(isSigned(received(headers, body), [secret], new Date())).toBe(false);
    }
  });

  it('is taken with either secret while one is being changed, and with no third (S17)', () => {
    const next = newSigningSecret();
    const headers = sign([next, secret]);
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(2);
    expect([next, secret, newSigningSecret()].map((key) => isTaken(headers, body, key))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('a received message', () => {
  it('is taken when the reference library signed it (S17)', () => {
    const at = new Date();
    const signature = new Webhook(secret).sign('msg_1', at, body);
    const headers = { ...sign(), 'webhook-signature': `v1a,else ${signature}` };
    expect(isSigned(received(headers, body), [newSigningSecret(), secret], at)).toBe(true);
    expect(isSigned(received(headers, body), [newSigningSecret()], at)).toBe(false);
  });

  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])(
    'is refused without its %s (S17)',
    (name) => {
      const headers = Object.fromEntries(Object.entries(sign()).filter(([header]) => header !== name));
      expect(isSigned(received(headers, body), [secret], new Date())).toBe(false);
    },
  );
});

function received(headers: Record<string, string | undefined>, text: string) {
  return {
    id: headers['webhook-id'],
    timestamp: headers['webhook-timestamp'],
    signature: headers['webhook-signature'],
    body: text,
  };
}
