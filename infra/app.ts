import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { registry } from '@vinculo/functions/registry';
import { App, FileSystem } from 'aws-cdk-lib';
import { Architecture, Code } from 'aws-cdk-lib/aws-lambda';
import { bundleFunctions, bundlePublisher, FUNCTIONS_OUT, ROOT } from './bundle';
import { unacknowledgedFindings } from './checks';
import { FEATURE_FLAGS } from './flags';
import { stageFrom } from './stages';
import { addVinculo } from './vinculo';

const app = new App({ context: FEATURE_FLAGS });
const { architecture, emulator } = stageFrom(app.node);
const site = join(ROOT, 'web/dist');
if (!existsSync(join(site, 'index.html'))) {
  throw new Error('The web client is not built: run "npm run build -w web" first.');
}
await bundleFunctions({
  entries: registry,
  architecture: architecture === Architecture.ARM_64 ? 'arm64' : 'x64',
});
await bundlePublisher(site);

const publisher = join(FUNCTIONS_OUT, 'publish-site');
addVinculo(app, {
  entries: registry,
  codeOf: (name) => Code.fromAsset(join(FUNCTIONS_OUT, name), { exclude: ['*.map'] }),
  publisherCode: { code: Code.fromAsset(publisher), release: FileSystem.fingerprint(publisher) },
});
app.synth();

// An emulator's stage speaks plain HTTP, which no real one may.
const findings = emulator ? [] : unacknowledgedFindings(app);
if (findings.length > 0) throw new Error(`cdk-nag has findings:\n${findings.join('\n')}`);
