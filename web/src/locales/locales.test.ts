import { describe, expect, it } from 'vitest';

type Texts = { [key: string]: string | Texts };

const files = import.meta.glob<Texts>('./*/*.json', { eager: true, import: 'default' });
const namespaces = Object.keys(files)
  .filter((path) => path.startsWith('./en/'))
  .map((path) => path.slice('./en/'.length, -'.json'.length));

function flatten(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

interface Text {
  /** The plural form, where the text has several. */
  form: string | undefined;
  text: string;
}

/** Texts by key; the forms of one plural count as one key. Only a key with an `_other` is a plural. */
function textsOf(locale: string, namespace: string): Map<string, Text[]> {
  const file = files[`./${locale}/${namespace}.json`];
  if (!file) throw new Error(`${locale}/${namespace}.json is missing`);
  const entries = flatten(file);
  const keys = new Set(entries.map(([key]) => key));
  const texts = new Map<string, Text[]>();
  for (const [key, text] of entries) {
    const [, stem = key, form] = /^(.*)_(zero|one|two|few|many|other)$/.exec(key) ?? [];
    const isPlural = form !== undefined && keys.has(`${stem}_other`);
    const name = isPlural ? stem : key;
    texts.set(name, [...(texts.get(name) ?? []), { form: isPlural ? form : undefined, text }]);
  }
  return texts;
}

function interpolationsOf(locale: string, namespace: string): Record<string, string[]> {
  const texts = [...textsOf(locale, namespace)].map(([key, forms]): [string, string[]] => {
    const names = forms.flatMap(({ text }) => text.match(/\{\{\s*[\w.]+/g) ?? []);
    return [key, [...new Set(names)].toSorted()];
  });
  return Object.fromEntries(texts);
}

describe.each(namespaces)('the texts of %s', (namespace) => {
  it('exist in Spanish exactly as in English', () => {
    const [en, es] = ['en', 'es'].map((locale) => [...textsOf(locale, namespace).keys()].toSorted());
    expect(es).toEqual(en);
  });

  it('take the same values in both languages', () => {
    expect(interpolationsOf('es', namespace)).toEqual(interpolationsOf('en', namespace));
  });

  it.each(['en', 'es'])('have every plural form that %s needs, and no empty text', (locale) => {
    const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
    for (const [key, forms] of textsOf(locale, namespace)) {
      const where = `${locale}/${namespace}: ${key}`;
      for (const { text } of forms) expect(text.trim(), where).not.toBe('');
      const own = forms.flatMap(({ form }) => form ?? []).toSorted();
      if (own.length > 0) expect(own, where).toEqual(wanted);
    }
  });
});
