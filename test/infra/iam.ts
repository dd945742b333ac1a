import * as z from 'zod';

const statementSchema = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: z.union([z.string(), z.array(z.string())]),
  Resource: z.unknown().optional(),
  Condition: z
    .record(z.string(), z.record(z.string(), z.union([z.string(), z.array(z.string())])))
    .optional(),
});

/** A part of IAM: what our policies use, refusing to guess at anything else. */
export type Statement = z.infer<typeof statementSchema>;
export const statementsSchema = z.array(statementSchema);

export interface IamRequest {
  readonly action: string;
  readonly resource: string;
  /** By condition key; a key that the request does not carry is absent, or an empty list for one of many values. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** IAM's decision: something allows it and nothing denies it. */
export function isAllowed(statements: readonly Statement[], request: IamRequest): boolean {
  const applying = statements.filter((statement) => applies(statement, request));
  return (
    applying.some(({ Effect }) => Effect === 'Allow') && !applying.some(({ Effect }) => Effect === 'Deny')
  );
}

export function actionsOf({ Action }: Statement): string[] {
  return [Action].flat();
}

function applies(statement: Statement, request: IamRequest): boolean {
  const resources = statement.Resource === undefined ? ['*'] : [statement.Resource].flat().map(textOf);
  return (
    actionsOf(statement).some((pattern) => isLike(pattern.toLowerCase(), request.action.toLowerCase())) &&
    resources.some((pattern) => isLike(pattern, request.resource)) &&
    Object.entries(statement.Condition ?? {}).every(([operator, operands]) =>
      Object.entries(operands).every(([key, expected]) =>
        holds(operator, request.context[key] ?? [], [expected].flat(), request),
      ),
    )
  );
}

/** Whether a condition holds. Several keys and operators must all hold; of several patterns one is enough. */
function holds(
  operator: string,
  values: readonly string[],
  patterns: readonly string[],
  { context }: IamRequest,
): boolean {
  if (operator === 'Null') return (values.length === 0) === (patterns[0] === 'true');
  const [quantifier, test] = operator.includes(':') ? operator.split(':') : ['', operator];
  const matches = (value: string) =>
    patterns.some((pattern) => {
      if (test === 'StringLike') return isLike(pattern, value, context);
      if (test === 'StringEquals') return substituted(pattern, context) === value;
      throw new Error(`The simulator does not know ${operator}.`);
    });
  // Every one of none is true, which is why a policy needs `Null` too.
  if (quantifier === 'ForAllValues') return values.every(matches);
  if (quantifier === 'ForAnyValue' || quantifier === '') return values.some(matches);
  throw new Error(`The simulator does not know ${operator}.`);
}

const VARIABLE = /\$\{([^}]+)\}/g;

/** A pattern with its variables filled in; nothing when the request lacks one of them. */
function substituted(pattern: string, context: IamRequest['context']): string | undefined {
  let isWhole = true;
  const text = pattern.replace(VARIABLE, (_, key: string) => {
    const value = context[key]?.[0];
    if (value === undefined) isWhole = false;
    return value ?? '';
  });
  return isWhole ? text : undefined;
}

/** `*` and `?` of the policy are wildcards; those in a variable's value stand for themselves. */
function isLike(pattern: string, text: string, context: IamRequest['context'] = {}): boolean {
  const parts = pattern.split(/(\$\{[^}]+\}|[*?])/);
  const sources = parts.map((part) => {
    if (part === '*') return '.*';
    if (part === '?') return '.';
    const filled = substituted(part, context);
    return filled === undefined ? undefined : filled.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  if (sources.includes(undefined)) return false;
  return new RegExp(`^${sources.join('')}$`, 's').test(text);
}

const intrinsicSchema = z.union([
  z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }),
  z.object({ 'Fn::ImportValue': z.string() }),
  z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) }),
  z.object({ Ref: z.string() }),
]);

/** A resource as a template names it, in one line: what one stack exports is called as the other imports it. */
export function textOf(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const known = intrinsicSchema.parse(resource);
  if ('Fn::GetAtt' in known) return `<${known['Fn::GetAtt'].join('.')}>`;
  if ('Ref' in known) return `<${known.Ref}>`;
  if ('Fn::Join' in known) return known['Fn::Join'][1].map(textOf).join(known['Fn::Join'][0]);
  const exported = /:ExportsOutputFnGetAtt(\w+?)Arn[0-9A-F]{8}$/.exec(known['Fn::ImportValue'])?.[1];
  return exported ? `<${exported}.Arn>` : known['Fn::ImportValue'];
}
