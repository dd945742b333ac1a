import type { Resource } from './synthesise';

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: Record<string, Record<string, string | string[]>>;
}

/** What one request to DynamoDB looks like to IAM. */
export interface TableRequest {
  readonly action: string;
  /** The partition keys that the request names; none for a scan. */
  readonly leadingKeys: readonly string[];
}

export function statementsOf({ Properties }: Resource): Statement[] {
  const document = Properties.PolicyDocument as { Statement: Statement[] };
  return document.Statement;
}

export function actionsOf({ Action }: Statement): string[] {
  return [Action].flat();
}

/** IAM's decision on a table request, for the conditions that we use; any other condition is an error. */
export function isAllowed(statements: Statement[], request: TableRequest): boolean {
  return statements
    .filter((statement) => actionsOf(statement).some((pattern) => isLike(pattern, request.action)))
    .some((statement) => statement.Effect === 'Allow' && holds(statement.Condition ?? {}, request));
}

function holds(condition: NonNullable<Statement['Condition']>, { leadingKeys }: TableRequest): boolean {
  return Object.entries(condition).every(([operator, operands]) =>
    Object.entries(operands).every(([key, expected]) => {
      if (key !== 'dynamodb:LeadingKeys') throw new Error(`The simulator does not know ${key}.`);
      const patterns = [expected].flat();
      if (operator === 'Null') return (leadingKeys.length === 0) === (patterns[0] === 'true');
      // Every one of none is true, which is why the policy needs the other condition too.
      if (operator === 'ForAllValues:StringLike') {
        return leadingKeys.every((leading) => patterns.some((pattern) => isLike(pattern, leading)));
      }
      throw new Error(`The simulator does not know ${operator}.`);
    }),
  );
}

function isLike(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`).test(text);
}
