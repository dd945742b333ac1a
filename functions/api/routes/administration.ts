import { apiKeyRoutes } from '@vinculo/identity/api-keys/routes';
import { auditRoutes } from '@vinculo/identity/audit/routes';
import { invitationRoutes, receivedInvitationRoutes } from '@vinculo/identity/invitations/routes';
import { forgottenPasswordRoutes, passwordRoutes } from '@vinculo/identity/passwords/routes';
import { roleRoutes } from '@vinculo/identity/roles/routes';
import { signUpRoutes } from '@vinculo/identity/sign-up/routes';
import { teamRoutes } from '@vinculo/identity/teams/routes';
import { tenantRoutes } from '@vinculo/identity/tenants/routes';
import { userRoutes } from '@vinculo/identity/users/routes';
import { createRouter } from '@vinculo/platform/http/routes';
import type { ApiEnv } from '../env';

/** Who is in a tenant, how they got in, and what they may do. */
export function administrationRoutes() {
  return createRouter<ApiEnv>()
    .route('/', signUpRoutes)
    .route('/', forgottenPasswordRoutes)
    .route('/', passwordRoutes)
    .route('/', receivedInvitationRoutes)
    .route('/', invitationRoutes)
    .route('/', userRoutes)
    .route('/', roleRoutes)
    .route('/', teamRoutes)
    .route('/', tenantRoutes)
    .route('/', apiKeyRoutes)
    .route('/', auditRoutes);
}
