import { type ExchangeOptions, exchange, type OutgoingAnswer } from './exchange';

export interface Post {
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface PostAnswer extends Pick<OutgoingAnswer, 'status' | 'headers'> {
  /** The beginning of what was answered, a kilobyte at most. */
  text: string;
}

const KEPT_BYTES = 1_024;

/** Posts to an address that a tenant chose, as `exchange` does. */
export async function post(message: Post, options: ExchangeOptions = {}): Promise<PostAnswer> {
  const { status, headers, body } = await exchange({ method: 'POST', ...message }, KEPT_BYTES, options);
  return { status, headers, text: body.toString('utf8').replaceAll('\0', '') };
}
