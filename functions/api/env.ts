import type { AuthEnv } from '@vinculo/identity/access/user-context';

type Variables = AuthEnv['Variables'];

/** Inside the app a session is not certain until the access check has run. */
export interface ApiEnv {
  Variables: Omit<Variables, 'ctx' | 'principal'> & Partial<Pick<Variables, 'ctx' | 'principal'>>;
}
