// What comes from others: the lockfile as it is, no package with a licence that is not listed here, no known hole of a
// high level (Q4). Writes a CycloneDX bill of materials to `dist/sbom.cdx.json`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import satisfies from 'spdx-satisfies';

const root = resolve(import.meta.dirname, '..');

/** Licences that let a service be run and its client be shipped without opening either. */
const ALLOWED = [
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MIT-0'],
  ...['OFL-1.1', 'Python-2.0', 'Unlicense', 'Zlib'],
];
/** Only for tools: nothing of these is in what is deployed. */
const ALLOWED_IN_TOOLS = [...ALLOWED, 'CC-BY-3.0', 'CC-BY-4.0', 'CC0-1.0', 'MPL-2.0'];

function npm(...args) {
  return spawnSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

function billOfMaterials(...options) {
  const { status, stdout, stderr } = npm('sbom', '--sbom-format', 'cyclonedx', ...options);
  if (status !== 0) throw new Error(`The bill of materials cannot be made: ${stderr}`);
  return JSON.parse(stdout);
}

/** @returns {string[]} what is wrong with the licences of these components */
function licenceFaults(components, allowed) {
  return components.flatMap(({ name, version, licenses = [] }) => {
    const stated = licenses.map(({ expression, license }) => expression ?? license?.id ?? license?.name);
    return stated.length > 0 && stated.every((licence) => isAllowed(licence, allowed))
      ? []
      : [`${name}@${version}: ${stated.join(', ') || 'no licence'}`];
  });
}

function isAllowed(licence, allowed) {
  try {
    return satisfies(licence, allowed);
  } catch {
    return false;
  }
}

/** Every package from the registry is pinned by what it contains; what a package carries within is pinned with it. */
function lockfileFaults() {
  const { packages } = JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(
      ([path, entry]) => path.includes('node_modules/') && !entry.link && !entry.inBundle && !entry.integrity,
    )
    .map(([path]) => `${path}: no integrity`);
}

function auditFaults() {
  const { status, stdout } = npm('audit', '--audit-level=high', '--json');
  if (status === 0) return [];
  const { vulnerabilities, message } = JSON.parse(stdout || '{}');
  if (vulnerabilities) {
    return Object.values(vulnerabilities)
      .filter(({ severity }) => severity === 'high' || severity === 'critical')
      .map(({ name, severity, range }) => `${name} ${range}: ${severity}`);
  }
  console.log(`The registry does not answer audits: ${message ?? 'no answer'}`);
  return process.env.AUDIT_REQUIRED ? ['not done'] : undefined;
}

const everything = billOfMaterials();
const deployed = billOfMaterials('--omit', 'dev');
mkdirSync(resolve(root, 'dist'), { recursive: true });
writeFileSync(resolve(root, 'dist/sbom.cdx.json'), `${JSON.stringify(deployed, null, 2)}\n`);

const checks = {
  lockfile: lockfileFaults(),
  'licences of what is deployed': licenceFaults(deployed.components, ALLOWED),
  'licences of tools': licenceFaults(everything.components, ALLOWED_IN_TOOLS),
  audit: auditFaults(),
};
for (const [name, faults] of Object.entries(checks)) {
  console.log(`${name}: ${faults ? faults.join('\n  ') || 'in order' : 'not done'}`);
}
console.log(`${deployed.components.length} deployed and ${everything.components.length} packages in all`);
process.exit(Object.values(checks).some((faults) => faults?.length) ? 1 : 0);
