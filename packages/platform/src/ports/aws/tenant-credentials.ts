import { endpointOf } from './aws-request';
import { ENVIRONMENT, requiredVariable } from './environment';
import { sendSigned } from './sending';

/** What STS hands out for one tenant. */
export interface TenantCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}

/** The most that a role may be taken on for by another role. */
const SECONDS = 3_600;

/**
 * Takes on the role that reaches the items of one tenant: the one that the session's tag names (T5). IAM refuses this
 * function's own role at any tenant's items.
 */
export async function tenantCredentials(tenantId: string): Promise<TenantCredentials> {
  const body = new URLSearchParams({
    Action: 'AssumeRole',
    Version: '2011-06-15',
    RoleArn: requiredVariable(ENVIRONMENT.tableRoleArn),
    RoleSessionName: tenantId,
    DurationSeconds: String(SECONDS),
    'Tags.member.1.Key': 'tenant',
    'Tags.member.1.Value': tenantId,
  });
  const answer = await sendSigned({
    service: 'sts',
    method: 'POST',
    url: new URL(`${endpointOf('sts')}/`),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  });
  const text = await answer.text();
  return {
    accessKeyId: element(text, 'AccessKeyId'),
    secretAccessKey: element(text, 'SecretAccessKey'),
    sessionToken: element(text, 'SessionToken'),
    expiration: new Date(element(text, 'Expiration')),
  };
}

/** STS answers in XML, and what we need of it holds no character that XML would escape. */
function element(xml: string, name: string): string {
  const value = new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1];
  if (!value) throw new Error(`STS answered without ${name}.`);
  return value.trim();
}
