import { segment, type Transport } from '../transport';
import type {
  DeviceSession,
  Invitation,
  InvitationLookup,
  Locale,
  LogInStep,
  Page,
  Preferences,
  Session,
  SignUpInput,
  Team,
  Tenant,
  User,
} from '../types';

export interface InviteInput {
  email: string;
  roleId: string;
  teamIds?: string[];
  message?: string;
}

export interface AcceptInvitationInput {
  token: string;
  name: string;
  password: string;
  locale: Locale;
}

/** Signing up, in and out, and the person's own account. */
export function accountOf(transport: Transport) {
  return {
    signUp: (input: SignUpInput) => transport.post<{ status: string }>('/signup', input),
    verify: (token: string) => transport.post<Session>('/verify', { token }),
    logIn: (input: { email: string; password: string }) =>
      transport.post<Session | LogInStep>('/login', input),
    logOut: () => transport.post<void>('/logout'),
    forgotPassword: (email: string) => transport.post<void>('/password/forgot', { email }),
    resetPassword: (input: { token: string; password: string }) =>
      transport.post<void>('/password/reset', input),
    changePassword: (input: { current: string; password: string }) =>
      transport.post<void>('/password', input),
    session: (signal?: AbortSignal) => transport.get<Session>('/session', { signal }),
    updateProfile: (changes: { name?: string; locale?: Locale; preferences?: Preferences }) =>
      transport.patch<Session>('/session', changes),
    devices: (signal?: AbortSignal) => transport.get<Page<DeviceSession>>('/sessions', { signal }),
    endDevice: (id: string) => transport.delete(`/sessions/${segment(id)}`),
  };
}

/** The people of the tenant. */
export function peopleOf(transport: Transport) {
  return {
    users: (signal?: AbortSignal) => transport.get<Page<User>>('/users', { signal }),
    updateUser: (
      user: Pick<User, 'id' | 'version'>,
      changes: Partial<Pick<User, 'roleId' | 'teamIds' | 'name'>> & { status?: 'active' | 'disabled' },
    ) => transport.patch<User>(`/users/${segment(user.id)}`, changes, { version: user.version }),
    resetSecondFactor: (userId: string) => transport.delete(`/users/${segment(userId)}/second-factor`),

    invitations: (signal?: AbortSignal) => transport.get<Page<Invitation>>('/invitations', { signal }),
    invite: (input: InviteInput) => transport.post<Invitation>('/invitations', input),
    withdrawInvitation: (id: string) => transport.delete(`/invitations/${segment(id)}`),
    resendInvitation: (id: string) => transport.post<void>(`/invitations/${segment(id)}/resend`),
    lookUpInvitation: (token: string, signal?: AbortSignal) =>
      transport.get<InvitationLookup>('/invitations/lookup', { query: { token }, signal }),
    acceptInvitation: (input: AcceptInvitationInput) =>
      transport.post<Session | LogInStep>('/invitations/accept', input),

    teams: (signal?: AbortSignal) => transport.get<Page<Team>>('/teams', { signal }),
    createTeam: (input: Pick<Team, 'name'>) => transport.post<Team>('/teams', input),
    updateTeam: (team: Pick<Team, 'id' | 'version'>, changes: Pick<Team, 'name'>) =>
      transport.patch<Team>(`/teams/${segment(team.id)}`, changes, { version: team.version }),
    deleteTeam: (team: Pick<Team, 'id' | 'version'>) =>
      transport.delete(`/teams/${segment(team.id)}`, { version: team.version }),
  };
}

export type TenantChanges = Partial<
  Pick<
    Tenant,
    'name' | 'country' | 'locale' | 'currency' | 'timeZone' | 'fiscalYearStartMonth' | 'requiresSecondFactor'
  >
>;

/** The company itself. */
export function tenantOf(transport: Transport) {
  return {
    get: (signal?: AbortSignal) => transport.get<Tenant>('/tenant', { signal }),
    update: (version: number, changes: TenantChanges) =>
      transport.patch<Tenant>('/tenant', changes, { version }),
    addSampleData: () => transport.post<void>('/tenant/sample-data'),
    removeSampleData: () => transport.delete('/tenant/sample-data'),
  };
}
