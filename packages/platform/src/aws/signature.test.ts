import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Checksum, SourceData } from '@smithy/types';
import { describe, expect, it } from 'vitest';
import { type Credentials, postSigner } from './signature';

class Sha256 implements Checksum {
  private readonly hash;
  constructor(secret?: SourceData) {
    this.hash = secret ? createHmac('sha256', secret as Uint8Array) : createHash('sha256');
  }
  update(chunk: Uint8Array) {
    this.hash.update(chunk);
  }
  async digest() {
    return this.hash.digest();
  }
  reset() {}
}

const SCOPE = { service: 'dynamodb', region: 'eu-west-1' };
const HEADERS = { 'content-type': 'application/x-amz-json-1.0', host: 'h.example', 'x-amz-target': 'D.Get' };

async function bySdk(credentials: Credentials, body: string, now: Date) {
  const { sessionToken, ...keys } = credentials;
  const signer = new SignatureV4({
    ...SCOPE,
    sha256: Sha256,
    applyChecksum: false,
    credentials: { ...keys, ...(sessionToken ? { sessionToken } : {}) },
  });
  const request = {
    method: 'POST',
    protocol: 'https:',
    hostname: 'h.example',
    path: '/',
    headers: HEADERS,
    body,
  };
  const signed = await signer.sign(request, { signingDate: now });
  return signed.headers.authorization;
}

describe('postSigner', () => {
  it('signs as the SDK does, across days, keys and bodies', async () => {
    const sign = postSigner(SCOPE);
    const keys: Credentials[] = [
      { accessKeyId: 'A', secretAccessKey: 'one' },
      { accessKeyId: 'B', secretAccessKey: 'two', sessionToken: 'token' },
    ];
    for (const credentials of keys) {
      for (const [body, at] of [
        ['{}', '2027-01-01T23:59:59.999Z'],
        ['{"a":"ñ€😀"}', '2027-01-02T00:00:00.000Z'],
        ['{"a":2}', '2027-01-02T10:20:30.000Z'],
      ] as const) {
        const now = new Date(at);
        expect(sign(HEADERS, body, credentials, now).authorization).toBe(await bySdk(credentials, body, now));
      }
    }
  });
});
