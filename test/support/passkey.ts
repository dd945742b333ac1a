import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { TEST_APP_URL } from './harness';

export interface CeremonyInput {
  challenge: string;
  origin?: string;
  host?: string;
  /** Whether a finger, a face or a PIN was asked for. */
  isVerified?: boolean;
  counter?: number;
}

/** A security key in software: makes one passkey and signs with it, honestly or not. */
export function createPasskey() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const credentialId = randomBytes(32);
  const id = credentialId.toString('base64url');
  const envelope = { id, rawId: id, type: 'public-key', clientExtensionResults: {} };

  function attest(input: CeremonyInput) {
    // EC2, ES256, P-256.
    const key = cborMap([
      [cborInt(1), cborInt(2)],
      [cborInt(3), cborInt(-7)],
      [cborInt(-1), cborInt(1)],
      [cborInt(-2), cborBytes(Buffer.from(x, 'base64url'))],
      [cborInt(-3), cborBytes(Buffer.from(y, 'base64url'))],
    ]);
    const length = Buffer.from([0, credentialId.length]);
    const made = Buffer.concat([Buffer.alloc(16), length, credentialId, key]);
    const attestationObject = cborMap([
      [cborText('fmt'), cborText('none')],
      [cborText('attStmt'), cborMap([])],
      [cborText('authData'), cborBytes(Buffer.concat([authenticatorData(input, 0x40), made]))],
    ]);
    return {
      ...envelope,
      response: {
        clientDataJSON: clientData('webauthn.create', input).toString('base64url'),
        attestationObject: attestationObject.toString('base64url'),
        transports: ['internal'],
      },
    };
  }

  function assert(input: CeremonyInput) {
    const data = authenticatorData(input, 0);
    const client = clientData('webauthn.get', input);
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
    return {
      ...envelope,
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      },
    };
  }

  return { id, attest, assert };
}

function clientData(type: string, { challenge, origin = TEST_APP_URL }: CeremonyInput): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function authenticatorData(input: CeremonyInput, flags: number): Buffer {
  const { host = new URL(TEST_APP_URL).hostname, isVerified = true, counter = 0 } = input;
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(Buffer.from(host)), Buffer.from([flags | 1 | (isVerified ? 4 : 0)]), count]);
}

function sha256(data: Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

/** The heads of RFC 8949, as far as an authenticator needs them. */
function cborHead(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}

function cborInt(value: number): Buffer {
  return value >= 0 ? cborHead(0, value) : cborHead(1, -1 - value);
}

function cborBytes(bytes: Buffer): Buffer {
  return Buffer.concat([cborHead(2, bytes.length), bytes]);
}

function cborText(text: string): Buffer {
  return Buffer.concat([cborHead(3, text.length), Buffer.from(text)]);
}

function cborMap(entries: Array<[Buffer, Buffer]>): Buffer {
  return Buffer.concat([cborHead(5, entries.length), ...entries.flat()]);
}
