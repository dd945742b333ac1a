import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { PasskeyOptions } from '@vinculo/client/types';

/** The person closed the browser's dialog, or it took too long: nothing to tell them. */
export class PasskeyCancelled extends Error {}

/** True where the browser can do it at all; it needs HTTPS or localhost. */
export const hasPasskeys = typeof PublicKeyCredential !== 'undefined';

/** Has the browser make a passkey. The server's options are WebAuthn's own. */
export async function createPasskey(options: PasskeyOptions): Promise<unknown> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  return unlessCancelled(() =>
    startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON }),
  );
}

/** Has the browser sign with a passkey. */
export async function askForPasskey(options: PasskeyOptions): Promise<unknown> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  return unlessCancelled(() =>
    startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON }),
  );
}

async function unlessCancelled<T>(ceremony: () => Promise<T>): Promise<T> {
  try {
    return await ceremony();
  } catch (error) {
    const isCancelled = error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name);
    throw isCancelled ? new PasskeyCancelled() : error;
  }
}
