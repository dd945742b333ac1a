import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MailContent, toHtml, toText } from './layout';

function aMail(changes: Partial<MailContent> = {}): MailContent {
  return {
    subject: 'Subject',
    heading: 'Heading',
    paragraphs: ['First.', 'Second.'],
    action: { label: 'Go', url: 'https://crm.example.com/x?token=abc' },
    note: 'Note.',
    ...changes,
  };
}

describe('toHtml', () => {
  it('lets no text of other people become markup (S21)', () => {
    const tags = (html: string) => html.match(/<[^>]*>/g);
    const plain = tags(toHtml(aMail({ heading: 'x', paragraphs: ['x'], note: 'x' }), 'en'));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'b', ' ', '=', '/') }),
        (text) => {
          expect(tags(toHtml(aMail({ heading: text, paragraphs: [text], note: text }), 'en'))).toEqual(plain);
        },
      ),
    );
  });

  it('says its language and shows the link in full, for those who see no button', () => {
    const html = toHtml(aMail(), 'es');
    expect(html).toContain('<html lang="es">');
    expect(html.match(/https:\/\/crm\.example\.com\/x\?token=abc/g)).toHaveLength(3);
    expect(html).not.toMatch(/<img|<table|<script/);
  });
});

describe('toText', () => {
  it('holds everything that the HTML says', () => {
    const text = toText(aMail());
    for (const part of [
      'Heading',
      'First.',
      'Second.',
      'Go:',
      'https://crm.example.com/x?token=abc',
      'Note.',
    ]) {
      expect(text).toContain(part);
    }
  });
});
