import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { issueText, reasonText, SPANISH } from './row-texts';

const root = join(import.meta.dirname, '..');
const CODES = /\b(?:issue\(|code: |answer\([^;]*?, )'([a-z_.]+)'/g;

/** The codes that reading, resolving and deciding rows gives. */
const codes = ['cells', 'resolve', 'run'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => !name.endsWith('.test.ts'))
    .flatMap((name) => [...readFileSync(join(root, folder, name), 'utf8').matchAll(CODES)])
    .map(([, code = '']) => code)
    .filter((code) => !code.startsWith('import.')),
);

describe('issueText', () => {
  it.each([...new Set(codes)])('has a Spanish text for %s', (code) => {
    expect(SPANISH[code]?.({ value: 'x' })).toMatch(/^.+\.$/);
  });

  it('names the value in Spanish, and says the detail in English and where there is no Spanish', () => {
    const issue = { field: 'emails', code: 'email_invalid', detail: '"x" is no e-mail address.' };
    expect(codes).toContain('email_invalid');
    expect(issueText({ ...issue, params: { value: 'x' } }, 'es')).toBe('«x» no es una dirección de correo.');
    expect(issueText(issue, 'es')).toBe('Esto no es una dirección de correo.');
    expect(issueText(issue, 'en')).toBe(issue.detail);
    expect(issueText({ ...issue, code: 'new.code' }, 'es')).toBe(issue.detail);
    expect([reasonText('exists', 'es'), reasonText('exists', 'en')]).toEqual([
      'Ya existe.',
      'It exists already.',
    ]);
  });
});
