import type { Queues } from '../queues';
import { endpointOf } from './aws-request';
import { queueUrlVariable, requiredVariable } from './environment';
import { sendSigned } from './sending';

/**
 * Amazon SQS standard queues. The message group makes them fair: while one tenant floods a queue, the others' messages
 * are handed out first (T8).
 */
export function sqsQueues(): Queues {
  return {
    async send(queue, { tenantId, body, delaySeconds }) {
      await sendSigned({
        service: 'sqs',
        method: 'POST',
        url: new URL(endpointOf('sqs')),
        headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.SendMessage' },
        body: JSON.stringify({
          QueueUrl: requiredVariable(queueUrlVariable(queue)),
          MessageBody: JSON.stringify({ tenantId, body }),
          MessageGroupId: tenantId,
          ...(delaySeconds === undefined ? {} : { DelaySeconds: delaySeconds }),
        }),
      });
    },
  };
}
