import type { Readable } from 'node:stream';
import type { AwsRequest } from './aws-request';
import { sendSigned } from './sending';

/** S3 takes no part under 5 MB except the last. */
const PART_BYTES = 8 * 1024 * 1024;

/**
 * Stores a stream of unknown length with one part in memory at a time. What fits in one part is one plain PUT; what
 * fails midway leaves no object, and the bucket drops its parts after a day.
 */
export async function putInParts(target: AwsRequest, body: Readable): Promise<void> {
  let uploadId: string | undefined;
  const tags: string[] = [];
  const sendPart = async (bytes: Uint8Array<ArrayBuffer>) => {
    uploadId ??= await begin(target);
    tags.push(await uploadPart(target, uploadId, tags.length + 1, bytes));
  };
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  for await (const chunk of body) {
    const bytes: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    held.push(bytes);
    heldBytes += bytes.byteLength;
    if (heldBytes < PART_BYTES) continue;
    await sendPart(joined(held));
    held = [];
    heldBytes = 0;
  }
  if (uploadId === undefined) {
    await sendSigned({ ...target, body: joined(held) });
    return;
  }
  if (heldBytes > 0) await sendPart(joined(held));
  await complete(target, uploadId, tags);
}

function joined(chunks: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(chunks));
}

async function begin(target: AwsRequest): Promise<string> {
  const response = await sendSigned({
    ...target,
    method: 'POST',
    url: withQuery(target.url, { uploads: '' }),
  });
  const [, uploadId] = /<UploadId>([^<]+)<\/UploadId>/.exec(await response.text()) ?? [];
  if (!uploadId) throw new Error('S3 began an upload and gave no id for it.');
  return uploadId;
}

async function uploadPart(
  { headers: _, ...target }: AwsRequest,
  uploadId: string,
  partNumber: number,
  body: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const url = withQuery(target.url, { partNumber: String(partNumber), uploadId });
  const response = await sendSigned({ ...target, url, body });
  const tag = response.headers.get('etag');
  if (!tag) throw new Error('S3 took a part and gave no tag for it.');
  return tag;
}

async function complete(
  { headers: _, ...target }: AwsRequest,
  uploadId: string,
  tags: string[],
): Promise<void> {
  const parts = tags.map(
    (tag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${tag}</ETag></Part>`,
  );
  const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`;
  const response = await sendSigned({
    ...target,
    method: 'POST',
    url: withQuery(target.url, { uploadId }),
    body,
  });
  // S3 may find out that it failed after it has answered 200.
  const answer = await response.text();
  if (answer.includes('<Error>')) throw new Error(`S3 did not complete an upload: ${answer.slice(0, 300)}`);
}

function withQuery(url: URL, query: Record<string, string>): URL {
  const changed = new URL(url);
  for (const [name, value] of Object.entries(query)) changed.searchParams.set(name, value);
  return changed;
}
