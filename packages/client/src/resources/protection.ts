import { segment, type Transport } from '../transport';
import type {
  FactorProof,
  Page,
  Passkey,
  PasskeyOptions,
  RecoveryCodes,
  SecondFactor,
  Session,
  TotpEnrolment,
} from '../types';

/** The second step of a log-in, after the answer to the first one asked for it. */
export function logInStepsOf(transport: Transport) {
  return {
    withCode: (input: { challenge: string; code: string }) =>
      transport.post<Session>('/login-steps/code', input),
    beginEnrolment: (challenge: string) =>
      transport.post<TotpEnrolment>('/login-steps/enrolment', { challenge }),
    confirmEnrolment: (input: { challenge: string; code: string }) =>
      transport.post<RecoveryCodes & { session: Session }>('/login-steps/enrolment/confirm', input),
    /** Without a challenge the passkey is the whole log-in. */
    passkeyOptions: (challenge?: string) =>
      transport.post<PasskeyOptions>('/login-steps/passkey/options', { challenge }),
    withPasskey: (input: { challenge?: string | undefined; response: unknown }) =>
      transport.post<Session>('/login-steps/passkey', input),
  };
}

/** What protects the person's own account beside the password. */
export function secondFactorOf(transport: Transport) {
  return {
    get: (signal?: AbortSignal) => transport.get<SecondFactor>('/second-factor', { signal }),
    beginTotp: (password: string) => transport.post<TotpEnrolment>('/second-factor/totp', { password }),
    confirmTotp: (code: string) => transport.post<RecoveryCodes>('/second-factor/totp/confirm', { code }),
    disableTotp: (proof: FactorProof) => transport.post<void>('/second-factor/totp/disable', proof),
    renewRecoveryCodes: (proof: FactorProof) =>
      transport.post<RecoveryCodes>('/second-factor/recovery-codes', proof),
  };
}

/** The person's own passkeys. */
export function passkeysOf(transport: Transport) {
  return {
    list: (signal?: AbortSignal) => transport.get<Page<Passkey>>('/passkeys', { signal }),
    options: (password: string) => transport.post<PasskeyOptions>('/passkeys/options', { password }),
    register: (input: { name: string; response: unknown }) =>
      transport.post<RecoveryCodes & { passkey: Passkey }>('/passkeys', input),
    rename: (id: string, name: string) => transport.patch<Passkey>(`/passkeys/${segment(id)}`, { name }),
    remove: (id: string, proof: FactorProof) =>
      transport.post<void>(`/passkeys/${segment(id)}/remove`, proof),
  };
}
