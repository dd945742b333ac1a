// Runs everything that CI needs, from a fresh clone: installs what is missing, then each stage in turn.
// Prints `N passed, N failed` at the end and exits with 1 when anything failed.
import './ensure-installed.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureChromium } from './ensure-chromium.mjs';

const root = resolve(import.meta.dirname, '..');
const results = resolve(root, 'test-results');

const STAGES = [
  { name: 'check', command: ['npm', 'run', 'check'] },
  { name: 'supply', command: ['npm', 'run', 'check:supply'] },
  { name: 'code', projects: ['unit', 'fuzz', 'integration', 'isolation', 'faults'] },
  // Thousands of requests, for minutes: only when it is named.
  { name: 'contract', projects: ['contract'], isOnRequest: true },
  { name: 'journeys', projects: ['e2e'], prepare: ensureChromium },
  { name: 'deploy', projects: ['deploy'] },
];

function run(command) {
  return spawnSync(command[0], command.slice(1), { cwd: root, stdio: 'inherit' }).status === 0;
}

/** One vitest run of some projects; counts come from its JSON report. */
function runTests(stage) {
  const report = resolve(results, `${stage.name}.json`);
  const projects = stage.projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter', 'default', '--reporter', 'json', '--outputFile.json', report];
  const isGreen = run(['npx', 'vitest', 'run', ...projects, ...reporters]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that cannot be loaded fails the run without a failed test.
  return { passed: numPassedTests, failed: isGreen ? 0 : Math.max(1, numFailedTests) };
}

function runStage(stage) {
  stage.prepare?.();
  if (stage.projects) return runTests(stage);
  return run(stage.command) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const wanted = process.argv.slice(2);
let passed = 0;
let failed = 0;
const isWanted = ({ name, isOnRequest }) => (wanted.length === 0 ? !isOnRequest : wanted.includes(name));
for (const stage of STAGES.filter(isWanted)) {
  const startedMs = Date.now();
  const outcome = runStage(stage);
  passed += outcome.passed;
  failed += outcome.failed;
  console.log(
    `\n${stage.name}: ${outcome.passed} passed, ${outcome.failed} failed in ${Math.round((Date.now() - startedMs) / 1000)} s\n`,
  );
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
