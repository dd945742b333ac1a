import { createHash, createHmac } from 'node:crypto';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** Whom a signature is for. */
export interface Scope {
  readonly service: string;
  readonly region: string;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';

interface DayKey {
  readonly secret: string;
  readonly scope: string;
  readonly key: Buffer;
}

/**
 * Signs JSON posts to one service by AWS Signature Version 4. The key that it derives of a secret holds for a day, so
 * that all but the first request of a day cost one hash and two HMACs.
 */
export function postSigner({ service, region }: Scope) {
  let kept: DayKey | undefined;

  function dayKey(secret: string, day: string): DayKey {
    const scope = `${day}/${region}/${service}/aws4_request`;
    if (kept?.secret === secret && kept.scope === scope) return kept;
    const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(
      (parent, part) => hmac(parent, part),
      `AWS4${secret}`,
    );
    kept = { secret, scope, key: Buffer.from(key) };
    return kept;
  }

  /** The given headers, whose names are in lower case, with those that prove who sends them. */
  return function sign(
    headers: Readonly<Record<string, string>>,
    body: string,
    { accessKeyId, secretAccessKey, sessionToken }: Credentials,
    now: Date,
  ): Record<string, string> {
    const at = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
    const { scope, key } = dayKey(secretAccessKey, at.slice(0, 8));
    const signed: Record<string, string> = { ...headers, 'x-amz-date': at };
    if (sessionToken) signed['x-amz-security-token'] = sessionToken;
    const names = Object.keys(signed).sort();
    const lines = names.map((name) => `${name}:${signed[name]}\n`).join('');
    const canonical = `POST\n/\n\n${lines}\n${names.join(';')}\n${sha256(body)}`;
    const signature = hmac(key, `${ALGORITHM}\n${at}\n${scope}\n${sha256(canonical)}`).toString('hex');
    const credential = `Credential=${accessKeyId}/${scope}`;
    signed.authorization = `${ALGORITHM} ${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
    return signed;
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
