import { requiredVariable } from './environment';

/**
 * Requests to AWS without an SDK client. The API reaches five services with nine plain operations; their clients
 * would be more than half of its bundle, which every cold start reads (G8).
 */
export interface AwsRequest {
  readonly service: 's3' | 'scheduler' | 'secretsmanager' | 'sqs' | 'sts';
  readonly method: 'DELETE' | 'GET' | 'HEAD' | 'POST' | 'PUT';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

/** Encodes everything that a signature counts as reserved, which is more than `encodeURIComponent` does. */
export function escaped(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export function region(): string {
  return requiredVariable('AWS_REGION');
}

/** Where a service answers: on AWS by its region, else at the gateway of an emulator. */
export function endpointOf(service: 'scheduler' | 'secretsmanager' | 'sqs' | 'sts'): string {
  return process.env.AWS_ENDPOINT_URL ?? `https://${service}.${region()}.amazonaws.com`;
}
