import { createVinculoClient } from '@vinculo/client/client';

/** The only way this app talks to a server. */
export const vinculo = createVinculoClient({ baseUrl: '/api/v1' });
