import type { APIResponse, Page } from 'playwright-core';
import * as z from 'zod';
import type { Visitor } from './browser';
import { mailedToken } from './mailbox';

export const PASSWORD = 'orchards after the rain 7';

export interface Person {
  name: string;
  email: string;
}

export interface CompanyOptions {
  company?: string;
  sampleData?: boolean;
  locale?: 'en' | 'es';
  currency?: string;
}

let people = 0;

/** Somebody whose address nobody else in this run has. */
export function aPerson(name: string): Person {
  people++;
  const mailbox = name.toLowerCase().replace(/\W+/g, '.');
  return { name, email: `${mailbox}.${Date.now().toString(36)}${people}@example.com` };
}

/** Signs a company up without its pages, which the journey of signing up is about, and logs the visitor in. */
export async function openCompany({ page }: Visitor, options: CompanyOptions = {}): Promise<Person> {
  const admin = aPerson('Ana Morales');
  const { company = 'Bluefin Tools', sampleData = false, locale = 'en', currency = 'EUR' } = options;
  await call(page, 'post', '/signup', {
    ...{ company, locale, currency, sampleData, name: admin.name, email: admin.email },
    ...{ password: PASSWORD, country: 'IE', timeZone: 'Europe/Dublin' },
  });
  await call(page, 'post', '/verify', { token: await mailedToken(page, admin.email, 'verify') });
  return admin;
}

/** Brings a colleague in, in a browser of their own. */
export async function bringColleague(
  admin: Page,
  visitor: Visitor,
  roleId: string,
  name = 'Ben Okafor',
): Promise<Person> {
  const person = aPerson(name);
  await call(admin, 'post', '/invitations', { email: person.email, roleId });
  const token = await mailedToken(admin, person.email, 'accept-invitation');
  await call(visitor.page, 'post', '/invitations/accept', { token, name, password: PASSWORD, locale: 'en' });
  return person;
}

const recordSchema = z.looseObject({ id: z.string(), version: z.number() });

/** A record that a journey starts from but isn't about. */
export async function createRecord(
  page: Page,
  plural: string,
  values: object,
): Promise<z.infer<typeof recordSchema>> {
  return recordSchema.parse(await (await call(page, 'post', `/${plural}`, values)).json());
}

/** A request with the visitor's cookies. Throws unless it succeeds. */
export async function call(
  page: Page,
  method: 'get' | 'post' | 'put' | 'patch' | 'delete',
  path: string,
  data?: object,
  headers: Record<string, string> = {},
): Promise<APIResponse> {
  const response = await page.request.fetch(`/api/v1${path}`, {
    method,
    headers: { 'x-vinculo-csrf': '1', ...headers },
    ...(data ? { data } : {}),
  });
  if (!response.ok())
    throw new Error(`${method} ${path} answered ${response.status()}: ${await response.text()}`);
  return response;
}
