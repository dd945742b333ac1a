import { describe, expect, it } from 'vitest';

type Texts = { [key: string]: string | Texts };

const files = import.meta.glob<Texts>('./*/*.json', { eager: true, import: 'default' });
const namespaces = Object.keys(files)
  .filter((path) => path.startsWith('./en/'))
  .map((path) => path.slice('./en/'.length, -'.json'.length));

const PLURALS = /_(zero|one|two|few|many|other)$/;

function flatten(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

function textsOf(locale: string, namespace: string): [string, string][] {
  const file = files[`./${locale}/${namespace}.json`];
  if (!file) throw new Error(`${locale}/${namespace}.json is missing`);
  return flatten(file);
}

function keysOf(locale: string, namespace: string): string[] {
  const keys = textsOf(locale, namespace).map(([key]) => key.replace(PLURALS, ''));
  return [...new Set(keys)].toSorted();
}

/** Which values a text takes; the forms of one plural count as one text. */
function interpolationsOf(locale: string, namespace: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [key, text] of textsOf(locale, namespace)) {
    const name = key.replace(PLURALS, '');
    const values = (text.match(/\{\{\s*[\w.]+/g) ?? []).map((value) => value.replace(/[{\s]/g, ''));
    found[name] = [...new Set([...(found[name] ?? []), ...values])].toSorted();
  }
  return found;
}

describe.each(namespaces)('the texts of %s', (namespace) => {
  it('exist in Spanish exactly as in English', () => {
    expect(keysOf('es', namespace)).toEqual(keysOf('en', namespace));
  });

  it('take the same values in both languages', () => {
    expect(interpolationsOf('es', namespace)).toEqual(interpolationsOf('en', namespace));
  });

  it.each(['en', 'es'])('have every plural form that %s needs, and no empty text', (locale) => {
    const texts = textsOf(locale, namespace);
    const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
    const forms: Record<string, string[]> = {};
    for (const [key, text] of texts) {
      expect(text.trim(), `${locale}/${namespace}: ${key}`).not.toBe('');
      const form = PLURALS.exec(key)?.[1];
      const name = key.replace(PLURALS, '');
      if (form) forms[name] = [...(forms[name] ?? []), form];
    }
    for (const [key, own] of Object.entries(forms)) {
      expect(own.toSorted(), `${locale}/${namespace}: ${key}`).toEqual(wanted);
    }
  });
});
