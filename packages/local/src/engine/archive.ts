import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LocalError } from '../local-error';

/** The publisher's own archive; it is always the newest 2.x, so it is only the second choice. */
const ARCHIVE = 'https://d1ni2b6xgvw0s0.cloudfront.net/v2.x/dynamodb_local_latest.tar.gz';

/** Downloads and unpacks the official archive into `target`. Throws `LocalError` when it can't be had or is damaged. */
export async function downloadArchive(target: string, url: string = ARCHIVE): Promise<void> {
  const [archive, checksum] = await Promise.all([download(url), download(`${url}.sha256`)]);
  const expected = checksum.toString().trim().split(/\s+/)[0];
  if (createHash('sha256').update(archive).digest('hex') !== expected) {
    throw new LocalError(`The DynamoDB Local archive from ${url} is damaged: its checksum does not match.`);
  }
  const file = join(target, 'archive.tar.gz');
  await writeFile(file, archive);
  await promisify(execFile)('tar', ['-xzf', file, '-C', target]);
  await rm(file);
}

async function download(url: string): Promise<Buffer> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(240_000) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  } catch (error) {
    throw new LocalError(
      `DynamoDB Local could not be downloaded from ${url}: check the connection, or install Maven (\`mvn\`).`,
      { cause: error },
    );
  }
}
