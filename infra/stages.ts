import { Architecture } from 'aws-cdk-lib/aws-lambda';
import type { Node } from 'constructs';

/** One deployment of Vinculo, from `cdk deploy --context key=value`. */
export interface Stage {
  /** Part of every stack's name, so that several stages fit in one account. */
  readonly name: string;
  /** Data, buckets and logs go with the stacks. Never for a stage that customers use. */
  readonly isDisposable: boolean;
  readonly logRetentionDays: number;
  readonly architecture: Architecture;
  readonly mail: MailSettings;
  readonly domain?: { readonly name: string; readonly certificateArn: string };
  readonly alarmEmail?: string;
  /** Origin of an AWS emulator's gateway, as `http://localhost:4566`. */
  readonly emulator?: URL;
}

export interface MailSettings {
  readonly from: string;
  /** Has SES make an identity for the sender's domain. Off where the account already has one. */
  readonly hasOwnIdentity: boolean;
}

const STAGE_NAME = /^[a-z][a-z0-9]{0,15}$/;
const DAYS_KEPT = { disposable: 7, kept: 90 } as const;

/** Reads a stage from the CDK context. Throws with the missing or malformed key. */
export function stageFrom(node: Node): Stage {
  const name = text(node, 'stage') ?? 'dev';
  if (!STAGE_NAME.test(name)) throw new Error(`Context "stage" must match ${STAGE_NAME}, not "${name}".`);
  const emulator = text(node, 'emulator');
  const isDisposable = flag(node, 'disposable') ?? (name === 'dev' || emulator !== undefined);
  const alarmEmail = text(node, 'alarmEmail');
  const domain = domainOf(node);
  return {
    name,
    isDisposable,
    logRetentionDays: isDisposable ? DAYS_KEPT.disposable : DAYS_KEPT.kept,
    architecture: architectureOf(node, emulator),
    mail: mailOf(node, isDisposable),
    ...(domain ? { domain } : {}),
    ...(alarmEmail ? { alarmEmail } : {}),
    ...(emulator ? { emulator: new URL(emulator) } : {}),
  };
}

/** An emulator runs the functions with this machine's Node, so it needs this machine's native binaries. */
function architectureOf(node: Node, emulator: string | undefined): Architecture {
  const wanted = text(node, 'architecture') ?? (emulator ? hostArchitecture() : 'arm64');
  if (wanted === 'arm64') return Architecture.ARM_64;
  if (wanted === 'x86_64') return Architecture.X86_64;
  throw new Error(`Context "architecture" must be arm64 or x86_64, not "${wanted}".`);
}

function hostArchitecture(): string {
  return process.arch === 'arm64' ? 'arm64' : 'x86_64';
}

function mailOf(node: Node, isDisposable: boolean): MailSettings {
  const from = text(node, 'mailFrom') ?? (isDisposable ? 'vinculo@example.com' : undefined);
  if (!from?.includes('@')) throw new Error('Context "mailFrom" must be the address that mail is sent from.');
  return { from, hasOwnIdentity: flag(node, 'mailIdentity') ?? false };
}

function domainOf(node: Node): Stage['domain'] {
  const name = text(node, 'domainName');
  const certificateArn = text(node, 'certificateArn');
  if (!name && !certificateArn) return undefined;
  if (name && certificateArn) return { name, certificateArn };
  throw new Error('Context "domainName" and "certificateArn" (in us-east-1) go together.');
}

function text(node: Node, key: string): string | undefined {
  const value: unknown = node.tryGetContext(key);
  return value === undefined || value === '' ? undefined : String(value);
}

function flag(node: Node, key: string): boolean | undefined {
  const value = text(node, key);
  return value === undefined ? undefined : value === 'true';
}
