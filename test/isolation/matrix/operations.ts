import * as z from 'zod';
import { createApiClient } from '../../support/api-client';

const parameterSchema = z.object({ name: z.string(), in: z.enum(['path', 'query', 'header', 'cookie']) });
const schemaSchema = z.record(z.string(), z.unknown());
const operationSchema = z.object({
  'x-access': z.string(),
  'x-for-people': z.boolean().default(false),
  parameters: z.array(z.union([parameterSchema, z.object({ $ref: z.string() })])).default([]),
  requestBody: z
    .object({ content: z.object({ 'application/json': z.object({ schema: schemaSchema }) }) })
    .optional(),
});
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({
    schemas: z.record(z.string(), schemaSchema),
    parameters: z.record(z.string(), parameterSchema).default({}),
  }),
});

export interface Operation {
  /** `PATCH /users/{id}`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly access: string;
  /** Refuses API keys. */
  readonly isForPeople: boolean;
  readonly pathParameters: string[];
  readonly queryParameters: string[];
  readonly takesVersion: boolean;
  readonly hasBody: boolean;
  /** Pointers of the body whose names say that they take an id, with `*` for any position and `ids/*` for each of a list. */
  readonly idPointers: string[];
}

/** Every operation that the OpenAPI document lists. */
export async function readOperations(): Promise<Operation[]> {
  const { body } = await createApiClient().get('/openapi.json');
  const { paths, components } = documentSchema.parse(body);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([verb, operation]) => {
      const method = verb.toUpperCase();
      const parameters = operation.parameters.flatMap((given) =>
        '$ref' in given ? (components.parameters[lastPart(given.$ref)] ?? []) : [given],
      );
      const named = (place: string) =>
        parameters.filter((parameter) => parameter.in === place).map(({ name }) => name);
      const schema = operation.requestBody?.content['application/json'].schema;
      return {
        name: `${method} ${path}`,
        method,
        path,
        access: operation['x-access'],
        isForPeople: operation['x-for-people'],
        pathParameters: named('path'),
        queryParameters: named('query'),
        takesVersion: named('header').includes('if-match'),
        hasBody: schema !== undefined,
        idPointers: schema ? [...new Set(idPointersIn(schema, components.schemas))] : [],
      };
    }),
  );
}

/** `id`, `ids`, `accountId`, `teamIds`. What a customer's own system calls a record is no reference. */
const ID_NAME = /^ids?$|[a-z]Ids?$/;
const NOT_OURS = 'externalId';
const MAX_DEPTH = 12;

type Schemas = Record<string, Record<string, unknown>>;

function idPointersIn(schema: Record<string, unknown>, all: Schemas, pointer = '', depth = 0): string[] {
  if (depth > MAX_DEPTH) return [];
  const within = (part: unknown, at: string) =>
    idPointersIn(schemaSchema.catch({}).parse(part), all, at, depth + 1);
  const reference = z.string().safeParse(schema.$ref).data;
  if (reference) return within(all[lastPart(reference)], pointer);
  const alternatives = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((parts) =>
    z.array(z.unknown()).catch([]).parse(parts),
  );
  const properties = Object.entries(schemaSchema.catch({}).parse(schema.properties));
  return [
    ...alternatives.flatMap((part) => within(part, pointer)),
    ...within(schema.items, `${pointer}/*`),
    ...properties.flatMap(([name, part]) => [
      ...(ID_NAME.test(name) && name !== NOT_OURS
        ? [`${pointer}/${name}${name.endsWith('s') ? '/*' : ''}`]
        : []),
      ...within(part, `${pointer}/${name}`),
    ]),
  ];
}

function lastPart(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}
