import 'i18next';
import type auth from '../locales/en/auth.json';
import type common from '../locales/en/common.json';
import type events from '../locales/en/events.json';
import type home from '../locales/en/home.json';
import type imports from '../locales/en/imports.json';
import type palette from '../locales/en/palette.json';
import type pipelines from '../locales/en/pipelines.json';
import type problems from '../locales/en/problems.json';
import type records from '../locales/en/records.json';
import type settings from '../locales/en/settings.json';
import type shell from '../locales/en/shell.json';
import type webhooks from '../locales/en/webhooks.json';

// English is the source of the key types; a test holds the other languages to the same keys.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      auth: typeof auth;
      common: typeof common;
      events: typeof events;
      home: typeof home;
      imports: typeof imports;
      palette: typeof palette;
      pipelines: typeof pipelines;
      problems: typeof problems;
      records: typeof records;
      settings: typeof settings;
      shell: typeof shell;
      webhooks: typeof webhooks;
    };
  }
}
