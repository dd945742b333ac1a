import { issue, type Parsed } from './parsed';
import { partsOf } from './text';

/** As strict as the record's own schema is loose: what it refuses later would carry no hint. */
const EMAIL = /^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"]+\.[^\s@<>()[\],;:\\".]{2,}$/;

/** One or more addresses, each perhaps as `Name <address>` or a `mailto:` link. */
export function parseEmails(text: string): Parsed<string[]> {
  const emails: string[] = [];
  for (const part of partsOf(text, /[;,\n|]+|\s\/\s|\s+(?=\S+@)/)) {
    const email = (/<([^>]*)>/.exec(part)?.[1] ?? part)
      .trim()
      .replace(/^mailto:/i, '')
      .toLowerCase();
    // What is left of "Name <address>" when the name was cut at a blank.
    if (!email.includes('@') && text.includes('<')) continue;
    if (!EMAIL.test(email) || email.length > 254) {
      return issue('email_invalid', `"${part}" is no e-mail address.`, { value: part.slice(0, 80) });
    }
    if (!emails.includes(email)) emails.push(email);
  }
  return emails.length > 0 ? { value: emails } : issue('email_invalid', `"${text}" is no e-mail address.`);
}

const PHONE = /^[+\d][\d\s().\-/x]*$/;

/** One or more numbers as people write them; marks that are no part of a number are dropped. */
export function parsePhones(text: string): Parsed<string[]> {
  const phones: string[] = [];
  for (const part of partsOf(text, /[;,\n|]+|\s\/\s/)) {
    const phone = part
      .replace(/^(?:tel|t|phone|mobile|mob|m|fax|f|teléfono|móvil)[.:]*\s*(?=[+(\d])/i, '')
      .replace(/^\((\+?\d+)\)\s*/, '$1 ')
      .replace(/\s*(?:ext|extension|extensión|anexo)\.?\s*/i, ' x')
      .replace(/[‐‑–]/g, '-')
      .replace(/[\u00a0\u202f]/g, ' ');
    const digits = phone.replace(/\D/g, '').length;
    if (!PHONE.test(phone) || digits < 3 || digits > 20 || phone.length > 40) {
      return issue('phone_invalid', `"${part}" is no phone number.`, { value: part.slice(0, 80) });
    }
    if (!phones.includes(phone)) phones.push(phone);
  }
  return phones.length > 0 ? { value: phones } : issue('phone_invalid', `"${text}" is no phone number.`);
}

/** A link, with the scheme that people leave out. */
export function parseUrl(text: string): Parsed<string> {
  const address = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text.replace(/^\/+/, '')}`;
  const isWeb = /^https?:\/\/[^\s/?#]+\.[^\s]+$/i.test(address) && URL.canParse(address);
  return isWeb
    ? { value: address }
    : issue('url_invalid', `"${text}" is no web address.`, { value: text.slice(0, 80) });
}
