import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { DeleteObjectCommand, PutObjectCommand, paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda';
import { headersOf, inPublishingOrder, outdated } from './site-files';

const PARALLEL = 8;
// The gateway of an emulator has no name for each bucket.
const s3 = new S3Client({ forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined });

/**
 * The custom resource of `SitePublisher`: puts the client's files, which travel in this function's own bundle, into the
 * bucket. Always answers CloudFormation, which would otherwise wait for an hour.
 */
export async function handler(event: CloudFormationCustomResourceEvent, context: Context): Promise<void> {
  try {
    if (event.RequestType !== 'Delete') await publish(String(event.ResourceProperties.bucket));
    await answer(event, { Status: 'SUCCESS' });
  } catch (error) {
    console.error(error);
    await answer(event, { Status: 'FAILED', Reason: `See the log stream ${context.logStreamName}.` });
  }
}

async function publish(bucket: string): Promise<void> {
  const root = join(__dirname, 'site');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
  const ordered = inPublishingOrder(names);
  const pages = ordered.filter((name) => name.endsWith('.html'));
  const put = async (name: string) => {
    const Body = await readFile(join(root, name));
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: name, Body, ...headersOf(name) }));
  };
  await inParallel(ordered.slice(0, ordered.length - pages.length), put);
  await inParallel(pages, put);
  await removeOutdated(bucket, names);
}

async function removeOutdated(bucket: string, current: string[]): Promise<void> {
  for await (const page of paginateListObjectsV2({ client: s3 }, { Bucket: bucket })) {
    const stored = (page.Contents ?? []).flatMap(({ Key, LastModified }) =>
      Key && LastModified ? [{ name: Key, lastModified: LastModified }] : [],
    );
    await inParallel(outdated(stored, current, new Date()), (name) =>
      s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: name })),
    );
  }
}

async function inParallel(names: string[], act: (name: string) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < names.length; start += PARALLEL) {
    await Promise.all(names.slice(start, start + PARALLEL).map(act));
  }
}

async function answer(
  event: CloudFormationCustomResourceEvent,
  result: { Status: 'SUCCESS' } | { Status: 'FAILED'; Reason: string },
): Promise<void> {
  const { StackId, RequestId, LogicalResourceId } = event;
  const body = { ...result, StackId, RequestId, LogicalResourceId, PhysicalResourceId: 'site' };
  const response = await fetch(event.ResponseURL, { method: 'PUT', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`CloudFormation answered ${response.status}.`);
}
