import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { createTestTable } from '../../support/test-table';

const ROWS = 150_000;

it('a large file is checked in flat memory: at its end as at a tenth of it (P6)', async () => {
  const { connection, endpoint } = await createTestTable();
  const script = resolve(import.meta.dirname, '../../support/large-import.ts');
  const env = {
    ...process.env,
    DYNAMODB_ENDPOINT: endpoint,
    TABLE_NAME: connection.tableName,
    ROWS: String(ROWS),
  };
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], { env });
  const { valid, duplicates, earlyMb, lateMb } = JSON.parse(stdout) as Record<string, number>;
  expect({ valid, duplicates }).toEqual({ valid: ROWS, duplicates: 0 });
  expect(earlyMb).toBeGreaterThan(0);
  expect(Number(lateMb) - Number(earlyMb)).toBeLessThan(64);
}, 180_000);
