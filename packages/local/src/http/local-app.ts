import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { createMailboxRoutes, type MailboxRoutesOptions } from '../mailbox-page/routes';
import { createObjectRoutes, type ObjectRoutesOptions } from './object-routes';
import { createStaticSite } from './static-site';

export interface LocalAppOptions extends ObjectRoutesOptions, MailboxRoutesOptions {
  api: { fetch(request: Request, bindings: HttpBindings): Response | Promise<Response> };
  /** Where the built web client lies. */
  siteFolder: string;
  /** Names that this server answers to, as a browser sends them in Host. */
  hosts: readonly string[];
}

export type LocalApp = Hono<{ Bindings: HttpBindings }>;

/** One origin for everything, as CloudFront gives in production. */
export function createLocalApp(options: LocalAppOptions): LocalApp {
  const { api, siteFolder, hosts } = options;
  const app: LocalApp = new Hono();
  // Another site can point its own name at this computer; answering to it would hand that site our data.
  app.use(async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    return hosts.includes(host) ? next() : c.text(`This server answers to ${hosts.join(' and ')} only.`, 421);
  });
  app.all('/api/*', (c) => api.fetch(c.req.raw, c.env));
  app.route('/', createObjectRoutes(options));
  app.route('/', createMailboxRoutes(options));
  app.route('/', createStaticSite(siteFolder));
  return app;
}
