import { passkeyLogInRoutes, passkeyRoutes } from '@vinculo/identity/passkeys/routes';
import { logInStepRoutes } from '@vinculo/identity/second-factor/log-in-routes';
import { secondFactorRoutes } from '@vinculo/identity/second-factor/routes';
import { createRouter } from '@vinculo/platform/http/routes';
import type { ApiEnv } from '../env';

/** What a log-in needs beside the password, and how people set it up. */
export function protectionRoutes() {
  return createRouter<ApiEnv>()
    .route('/', logInStepRoutes)
    .route('/', passkeyLogInRoutes)
    .route('/', secondFactorRoutes)
    .route('/', passkeyRoutes);
}
