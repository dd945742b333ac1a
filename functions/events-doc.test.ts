import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { eventsDocument } from '../scripts/events-doc';

describe('docs/events.md', () => {
  it('says what the registry says; `npm run events` writes it', async () => {
    const written = await readFile(new URL('../docs/events.md', import.meta.url), 'utf8');
    expect(written).toBe(eventsDocument());
  });
});
