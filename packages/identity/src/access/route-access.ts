import type { Permission } from './access';

/**
 * Who may call an operation: anybody, any user or API key on what is theirs or meant for all, those with one permission,
 * or those whose rights on the record type decide (the record service checks those). The app enforces it before the
 * handler runs and refuses to start when an operation declares nothing (S9).
 */
export type RouteAccess = 'public' | 'self' | 'record' | Permission;

export interface AccessOptions {
  /** Stays allowed when the trial has ended, although it writes. */
  afterTrial?: true;
  /** Refuses API keys: what belongs to a person, as sessions and passwords, or gives out keys. */
  forPeople?: true;
}

/**
 * The access members of a route: spread them into `createRoute`. They travel into the OpenAPI document, which is
 * where the app and the isolation matrix read them.
 *
 * @example
 * createRoute({ method: 'get', path: '/users', ...access('users.manage'), responses: {} })
 */
export function access(level: RouteAccess, { afterTrial, forPeople }: AccessOptions = {}) {
  return {
    'x-access': level,
    ...(afterTrial ? { 'x-after-trial': true } : {}),
    ...(forPeople ? { 'x-for-people': true } : {}),
    security: level === 'public' ? [] : [{ session: [] }, ...(forPeople ? [] : [{ apiKey: [] }])],
  };
}
