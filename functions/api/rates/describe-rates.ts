import { type Document, operationsOf, type Responses } from '../document/operations';

const HEADERS = {
  'RateLimit-Policy': {
    schema: { type: 'string' },
    description: 'The buckets that the request was taken from: `q` tokens, refilled in `w` seconds.',
    example: '"tenant";q=400;w=20, "user";q=200;w=20',
  },
  RateLimit: {
    schema: { type: 'string' },
    description: 'What is left of each: `r` tokens, full again in `t` seconds.',
    example: '"tenant";r=380;t=1, "user";r=199;t=1',
  },
} as const;

const RETRY_AFTER = {
  'Retry-After': { schema: { type: 'integer', minimum: 1 }, description: 'Seconds to wait.' },
} as const;

/** Documents the headers of metered operations on all of their answers. */
export function describeRates(document: Document): void {
  for (const { operation } of operationsOf(document)) {
    if (operation['x-access'] === 'public') continue;
    const responses: Responses = { ...operation.responses };
    for (const [status, response] of Object.entries(responses)) {
      // Whose requests to count is not known then.
      if (status === '401') continue;
      const headers = { ...response.headers, ...HEADERS, ...(status === '429' ? RETRY_AFTER : {}) };
      responses[status] = { ...response, headers };
    }
    operation.responses = responses;
  }
}
