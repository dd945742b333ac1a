import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { downloadArchive } from './archive';

describe('downloadArchive', () => {
  let folder: string;
  let server: Server;
  let answers: Record<string, Buffer | string>;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vinculo-archive-'));
    answers = {};
    server = createServer((request, response) => {
      const answer = answers[request.url ?? ''];
      response.writeHead(answer ? 200 : 404).end(answer);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterEach(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  it('unpacks the archive whose checksum matches', async () => {
    const archive = anArchive();
    const checksum = createHash('sha256').update(archive).digest('hex');
    answers = { '/engine.tar.gz': archive, '/engine.tar.gz.sha256': `${checksum}  engine.tar.gz\n` };
    await downloadArchive(folder, url());
    expect(readFileSync(join(folder, 'DynamoDBLocal.jar'), 'utf8')).toBe('jar');
  });

  it('refuses a damaged archive', async () => {
    answers = { '/engine.tar.gz': anArchive(), '/engine.tar.gz.sha256': 'beef  engine.tar.gz\n' };
    await expect(downloadArchive(folder, url())).rejects.toThrow('its checksum does not match.');
  });

  it('says what to do when there is no connection', async () => {
    await expect(downloadArchive(folder, url())).rejects.toThrow('check the connection, or install Maven');
  });

  function url(): string {
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/engine.tar.gz`;
  }

  function anArchive(): Buffer {
    writeFileSync(join(folder, 'DynamoDBLocal.jar'), 'jar');
    execFileSync('tar', ['-czf', join(folder, 'made.tar.gz'), '-C', folder, 'DynamoDBLocal.jar']);
    rmSync(join(folder, 'DynamoDBLocal.jar'));
    return readFileSync(join(folder, 'made.tar.gz'));
  }
});
