import { type Document, operationsOf, problemAnswer, type Responses } from '../document/operations';
import { KEY_HEADER } from './key-header';
import { idempotencyOf } from './keyed-operations';

const HEADER = {
  name: KEY_HEADER,
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x20-\\x7e]+$' },
} as const;

const PARAMETERS = {
  IdempotencyKey: {
    ...HEADER,
    description: `Names the request, so that it takes effect once however often it is sent: repetitions within 24 hours are
answered as the first was, with \`Idempotency-Replayed: true\`. The same key with other parameters is refused with 422
\`idempotency.mismatch\`, and while the first is running with 409 \`idempotency.in_progress\`. A refused request is not
remembered. Keys of other actors and operations are apart.`,
  },
  IdempotencyKeyWithoutEffect: {
    ...HEADER,
    schema: { type: 'string' },
    description:
      'Accepted, and of no effect: what it does can be repeated, or it takes a secret, of which nothing may be kept.',
  },
} as const;

const REPLAYED = {
  'Idempotency-Replayed': {
    schema: { type: 'string', enum: ['true'] },
    description: 'This is a repetition: the request took effect before.',
  },
} as const;

const PROBLEMS: Record<string, string> = {
  400: 'The request cannot be read, or its Idempotency-Key has another form.',
  409: 'It conflicts with what is there, or with a request of the same Idempotency-Key.',
  422: 'Some of the input is not acceptable, or differs from the first request of the Idempotency-Key.',
};

/** Documents `Idempotency-Key` on every POST, so that no route has to. */
export function describeKeys(document: Document): void {
  for (const { method, operation: post } of operationsOf(document)) {
    if (method !== 'post') continue;
    const hasEffect = idempotencyOf({ method, ...post }) !== 'none';
    const name = hasEffect ? 'IdempotencyKey' : 'IdempotencyKeyWithoutEffect';
    post.parameters = [...(post.parameters ?? []), { $ref: `#/components/parameters/${name}` }];
    if (hasEffect) post.responses = withReplays(post.responses ?? {});
  }
  document.components = {
    ...document.components,
    parameters: { ...document.components?.parameters, ...PARAMETERS },
  };
}

function withReplays(responses: Responses): Responses {
  const described: Responses = { ...responses };
  for (const [status, response] of Object.entries(responses)) {
    if (status.startsWith('2'))
      described[status] = { ...response, headers: { ...response.headers, ...REPLAYED } };
  }
  for (const [status, description] of Object.entries(PROBLEMS)) {
    described[status] ??= problemAnswer(description);
  }
  return described;
}
