import type { AuthEnv } from '@vinculo/identity/access/user-context';
import type { RateReading } from './rates/admit';

type Variables = AuthEnv['Variables'];

/** Inside the app a session is not certain until the access check has run. */
export interface ApiEnv {
  Variables: Omit<Variables, 'ctx' | 'principal'> &
    Partial<Pick<Variables, 'ctx' | 'principal'>> & {
      rates?: RateReading[];
      /** The code of the problem that is answered. */
      problemCode?: string;
    };
}
