import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { installPythonTool } from '../support/python-tool';

const TOOL = { name: 'schemathesis', version: '4.32.5', folder: '.venv/schemathesis' };

/** What of its report the tests look at. */
const reportSchema = z.object({
  seed: z.number(),
  complete: z.boolean(),
  operations: z.object({ total: z.number(), tested: z.number(), skip_reasons: z.array(z.unknown()) }),
  phases: z.record(z.string(), z.object({ status: z.string() })),
  test_cases: z.object({ generated: z.number() }),
  failures: z.array(z.unknown()),
  errors: z.array(z.unknown()),
});

export interface ContractRun {
  report: z.infer<typeof reportSchema>;
  /** What it printed, with a request to repeat each failure by. */
  output: string;
}

/** Holds a served API against its document, as `schemathesis.toml` says. */
export async function runSchemathesis(url: string, secret: string): Promise<ContractRun> {
  const programs = await installPythonTool(TOOL);
  const folder = await mkdtemp(join(tmpdir(), 'vinculo-contract-'));
  const report = join(folder, 'report.json');
  try {
    const output = await run(
      join(programs, 'schemathesis'),
      [
        ...['--config-file', join(import.meta.dirname, 'schemathesis.toml')],
        ...['run', `${url}/api/v1/openapi.json`, '--no-color', '--checks', 'all'],
        ...['--phases', 'examples,coverage,fuzzing,stateful'],
        ...['--report', 'json', '--report-json-path', report],
      ],
      { cwd: folder, secret },
    );
    const text = await readFile(report, 'utf8').catch(() => {
      throw new Error(`Schemathesis left no report:\n${output}`);
    });
    return { report: reportSchema.parse(JSON.parse(text)), output };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Everything it printed, whatever it ended with: its report says what that means. */
function run(program: string, args: string[], { cwd, secret }: { cwd: string; secret: string }) {
  const child = spawn(program, args, { cwd, env: { ...process.env, CONTRACT_KEY: secret } });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  return new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}
