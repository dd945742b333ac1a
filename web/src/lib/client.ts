import { createVinculoClient } from '@vinculo/client/client';
import { loadProblemTexts } from './i18n';
import { leaveToLogIn } from './leave';

/** The only way this app talks to a server. */
export const vinculo = createVinculoClient({ baseUrl: '/api/v1', fetch: fetchSignedIn });

/**
 * Any answer may be the first to tell that the session has ended, and only logging in helps then. Who asks whether
 * there is a session is told so instead.
 */
async function fetchSignedIn(request: Request): Promise<Response> {
  const response = await fetch(request);
  const asksForSession = request.method === 'GET' && new URL(request.url).pathname.endsWith('/session');
  if (response.ok || (response.status === 401 && asksForSession)) return response;
  if (response.status === 401) leaveToLogIn();
  await loadProblemTexts();
  return response;
}
