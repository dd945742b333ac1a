import * as z from 'zod';

/** The dated versions of the API, oldest first. A date is added when an answer changes so that a program could break. */
export const API_VERSIONS = ['2026-11-24'] as const;
export type ApiVersion = (typeof API_VERSIONS)[number];

export const apiVersionSchema = z.enum(API_VERSIONS);

export const NEWEST_API_VERSION: ApiVersion = '2026-11-24';
