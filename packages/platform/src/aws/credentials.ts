import { requiredVariable } from '../ports/aws/environment';
import type { Credentials } from './signature';

/** A function has its credentials in its environment and nowhere else. */
export function environmentCredentials(): Credentials {
  return {
    accessKeyId: requiredVariable('AWS_ACCESS_KEY_ID'),
    secretAccessKey: requiredVariable('AWS_SECRET_ACCESS_KEY'),
    sessionToken: process.env.AWS_SESSION_TOKEN,
  };
}

export function environmentRegion(): string {
  return requiredVariable('AWS_REGION');
}
