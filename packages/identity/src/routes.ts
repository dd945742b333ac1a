import { createRouter } from '@vinculo/platform/http/routes';
import type { AuthEnv } from './access/user-context';
import { auditRoutes } from './audit/routes';
import { invitationRoutes, receivedInvitationRoutes } from './invitations/routes';
import { forgottenPasswordRoutes, passwordRoutes } from './passwords/routes';
import { roleRoutes } from './roles/routes';
import { logInRoutes, sessionRoutes } from './sessions/routes';
import { signUpRoutes } from './sign-up/routes';
import { teamRoutes } from './teams/routes';
import { tenantRoutes } from './tenants/routes';
import { userRoutes } from './users/routes';

/** Every operation of identity. */
export const identityRoutes = createRouter<AuthEnv>();
identityRoutes.route('/', signUpRoutes);
identityRoutes.route('/', logInRoutes);
identityRoutes.route('/', forgottenPasswordRoutes);
identityRoutes.route('/', receivedInvitationRoutes);
identityRoutes.route('/', sessionRoutes);
identityRoutes.route('/', passwordRoutes);
identityRoutes.route('/', userRoutes);
identityRoutes.route('/', invitationRoutes);
identityRoutes.route('/', roleRoutes);
identityRoutes.route('/', teamRoutes);
identityRoutes.route('/', tenantRoutes);
identityRoutes.route('/', auditRoutes);
