import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newKeyRing } from '../../secrets/key-ring';
import { secretsManagerSealing } from './sealing';

const asked: Request[] = [];
let answers: Array<() => Response>;

beforeEach(() => {
  vi.stubEnv('AWS_REGION', 'eu-south-2');
  vi.stubEnv('AWS_ENDPOINT_URL', undefined);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'key');
  vi.stubEnv('SEALING_SECRET_ARN', 'arn:ring');
  asked.length = 0;
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
    asked.push(new Request(url, init));
    return answers.shift()?.() ?? new Response('unexpected', { status: 400 });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

const aRing = () => Response.json({ SecretString: newKeyRing() });

describe('secretsManagerSealing', () => {
  it('reads the ring when it is first needed, once for all who need it', async () => {
    answers = [aRing];
    const sealing = secretsManagerSealing();
    expect(asked).toHaveLength(0);
    const rings = await Promise.all([sealing.ring(), sealing.ring()]);
    expect(rings[0]).toBe(rings[1]);
    expect(await sealing.ring()).toBe(rings[0]);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.url).toBe('https://secretsmanager.eu-south-2.amazonaws.com/');
    expect(await asked[0]?.json()).toEqual({ SecretId: 'arn:ring' });
  });

  it('reads it again when asked for a newer one, and after a failure', async () => {
    answers = [() => new Response('denied', { status: 400 }), aRing, aRing];
    const sealing = secretsManagerSealing();
    await expect(sealing.ring()).rejects.toThrow('secretsmanager answered POST with 400');
    const ring = await sealing.ring();
    expect(await sealing.ring({ renewed: true })).not.toEqual(ring);
    expect(asked).toHaveLength(3);
  });
});
