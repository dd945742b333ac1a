import type { OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';

export type Document = ReturnType<OpenApiGeneratorV31['generateDocument']>;
export type Operation = NonNullable<NonNullable<Document['paths']>[string]['post']>;
export type Responses = NonNullable<Operation['responses']>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];

/** Every operation of the document, to be written to. */
export function operationsOf({ paths = {} }: Document): Array<{ method: Method; operation: Operation }> {
  return Object.values(paths ?? {}).flatMap((path) =>
    METHODS.flatMap((method) => {
      const operation = path[method];
      return operation ? [{ method, operation }] : [];
    }),
  );
}

/** The answer that refuses a request. */
export function problemAnswer(description: string) {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return { description, content };
}
