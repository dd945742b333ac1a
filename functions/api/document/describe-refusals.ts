import { problems } from '@vinculo/platform/http/routes';
import * as z from 'zod';
import { type Document, type Method, type Operation, operationsOf, problemAnswer } from './operations';

/** What an ETag of this API looks like in `If-Match`. */
const ETAG_PATTERN = '^(W/)?"[0-9]{1,15}"$';

/**
 * Documents what the app itself refuses before any handler runs: routes name only what is theirs to refuse. What is said
 * here follows from the same facts by which the app decides.
 */
export function describeRefusals(document: Document): void {
  for (const { method, operation } of operationsOf(document)) {
    requireVersions(operation);
    describeBody(operation, document.components?.schemas ?? {});
    const described = { ...operation.responses };
    for (const status of refusalsOf(method, operation)) {
      described[status] ??= problemAnswer(problems(status)[status]?.description ?? 'Problem');
    }
    operation.responses = described;
  }
}

function refusalsOf(method: Method, operation: Operation): number[] {
  const parameters = (operation.parameters ?? []).filter((one) => 'in' in one);
  const isPublic = 'x-access' in operation && operation['x-access'] === 'public';
  const isRight = 'x-access' in operation && operation['x-access'] !== 'self';
  const isForPeople = 'x-for-people' in operation;
  const isWrite = method !== 'get';
  return [
    ...(isPublic ? [] : [401]),
    // Another site's request, a right that is missing, or a key where only people may call.
    ...(isWrite || (!isPublic && isRight) || isForPeople ? [403] : []),
    ...(isWrite && !isPublic && !('x-after-trial' in operation) ? [402] : []),
    ...(parameters.some((one) => one.in === 'path') ? [404] : []),
    ...(parameters.some((one) => one.name === 'if-match') ? [412, 428] : []),
    ...(parameters.length > 0 || operation.requestBody ? [422] : []),
    ...(isWrite ? [413, 415] : []),
    429,
  ];
}

/** A missing version is answered by 428 of our own making, so the schema that validates calls it optional. */
function requireVersions({ parameters = [] }: Operation): void {
  for (const parameter of parameters) {
    if (!('name' in parameter) || parameter.name !== 'if-match') continue;
    parameter.required = true;
    parameter.schema = { type: 'string', maxLength: 40, pattern: ETAG_PATTERN };
    parameter.example = '"1"';
  }
}

/** A body that is left out is read as an empty object, which is all that some operations need. */
function describeBody({ requestBody }: Operation, schemas: object): void {
  if (!requestBody || !('content' in requestBody)) return;
  const schema: unknown = requestBody.content['application/json']?.schema;
  const { required } = bodySchema.parse(resolved(schema, schemas));
  if (!required || required.length === 0) requestBody.required = false;
}

const bodySchema = z.object({ required: z.array(z.string()).optional() });
const referenceSchema = z.object({ $ref: z.string() });

function resolved(schema: unknown, schemas: object): unknown {
  const reference = referenceSchema.safeParse(schema).data?.$ref;
  if (reference === undefined) return schema;
  return new Map(Object.entries(schemas)).get(reference.slice(reference.lastIndexOf('/') + 1));
}
