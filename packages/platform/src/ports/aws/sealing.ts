import * as z from 'zod';
import { parseKeyRing } from '../../secrets/key-ring';
import type { KeyRing, Sealing } from '../sealing';
import { endpointOf } from './aws-request';
import { ENVIRONMENT, requiredVariable } from './environment';
import { sendSigned } from './sending';

const answerSchema = z.object({ SecretString: z.string() });

/** AWS Secrets Manager holds the key ring. It is read when a process first needs it, and then kept. */
export function secretsManagerSealing(): Sealing {
  let kept: Promise<KeyRing> | undefined;
  return {
    async ring({ renewed } = { renewed: false }) {
      if (!kept || renewed) kept = readRing();
      try {
        return await kept;
      } catch (error) {
        kept = undefined;
        throw error;
      }
    },
  };
}

async function readRing(): Promise<KeyRing> {
  const answer = await sendSigned({
    service: 'secretsmanager',
    method: 'POST',
    url: new URL(endpointOf('secretsmanager')),
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'secretsmanager.GetSecretValue',
    },
    body: JSON.stringify({ SecretId: requiredVariable(ENVIRONMENT.sealingSecretArn) }),
  });
  return parseKeyRing(answerSchema.parse(await answer.json()).SecretString);
}
