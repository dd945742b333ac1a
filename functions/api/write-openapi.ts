import { writeFile } from 'node:fs/promises';
import { createApp } from './app';
import { DOCUMENT_PATH } from './openapi';

/** `npm run openapi`: writes the document that the API serves to `openapi.json`, for tools that read files. */
const file = process.argv[2] ?? 'openapi.json';
const response = await createApp().request(DOCUMENT_PATH);
if (!response.ok) throw new Error(`The document cannot be made: ${await response.text()}`);
await writeFile(file, `${JSON.stringify(await response.json(), null, 2)}\n`);
