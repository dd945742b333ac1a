import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/** A finding of cdk-nag that is as it should be, and why. */
export interface Acknowledgement {
  readonly rule: RegExp;
  readonly path: RegExp;
  readonly reason: string;
}

export const acknowledgements: readonly Acknowledgement[] = [
  {
    rule: /^AwsSolutions-APIG4$/,
    path: /^Api\/Default\//,
    reason:
      'The API authenticates each request itself: sign-up and log-in are open, all else needs a session.',
  },
  {
    rule: /^AwsSolutions-CFR1$/,
    path: /^Web\/Site\/Distribution\//,
    reason: 'Customers may be in any country.',
  },
  {
    rule: /^AwsSolutions-CFR2$/,
    path: /^Web\/Site\/Distribution\//,
    reason: 'The API limits rates by tenant and account itself; an operator may attach a web ACL.',
  },
  {
    rule: /^AwsSolutions-CFR4$/,
    path: /^Web\/Site\/Distribution\//,
    reason: 'CloudFront fixes the protocol of its own certificate; a stage with its own domain gets TLS 1.2.',
  },
  {
    rule: /^AwsSolutions-SQS3$/,
    path: /^Events\/[^/]+\/Failures\//,
    reason: 'It is where failures of the stream end, so it has no dead letters of its own.',
  },
  {
    rule: /^AwsSolutions-SMG4$/,
    path: /^Data\/SealingKeys\//,
    reason: 'A new key is added beside the older ones, which open what they sealed: the runbook says how.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::\*\]$/,
    path: /\/Role\/DefaultPolicy\//,
    reason: 'X-Ray trace writes and the listing of streams have no resource to name.',
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::.*\/ten_\*\]$/,
    path: /\/Role\/DefaultPolicy\//,
    reason: "Objects and timers are named when a tenant makes them, all under the tenant's prefix.",
  },
  {
    rule: /^AwsSolutions-IAM5\[Resource::<SiteFiles\w+\.Arn>\/\*\]$/,
    path: /^Web\/Site\/Publisher\/Role\//,
    reason: "The publisher owns the web client's bucket and everything in it.",
  },
];

/** `<rule> <construct path>: <description>` of each AwsSolutions finding that nobody has acknowledged. */
export function unacknowledgedFindings(scope: IConstruct): string[] {
  return findingsOf(scope)
    .filter((finding) => !acknowledgements.some((known) => isOf(known, finding)))
    .map(({ rule, path, description }) => `${rule} ${path}: ${description}`);
}

/** Acknowledgements that match nothing any more, and so would only hide something new. */
export function staleAcknowledgements(scopes: IConstruct[]): Acknowledgement[] {
  const findings = scopes.flatMap(findingsOf);
  return acknowledgements.filter((known) => !findings.some((finding) => isOf(known, finding)));
}

interface Finding {
  readonly rule: string;
  readonly path: string;
  readonly description: string;
}

function findingsOf(scope: IConstruct): Finding[] {
  const { violations } = new AwsSolutionsChecks(scope).validateScope(scope);
  return violations.flatMap(({ ruleName, description, violatingResources }) =>
    violatingResources.map(({ constructPath }) => ({
      rule: ruleName,
      path: constructPath ?? '',
      description,
    })),
  );
}

function isOf({ rule, path }: Acknowledgement, finding: Finding): boolean {
  return rule.test(finding.rule) && path.test(finding.path);
}
