import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { runtime } from '@vinculo/platform/runtime';
import * as z from 'zod';
import { type Ceremony, rememberChallenge, takeChallenge } from './ceremony-challenges';
import type { PasskeyItem } from './items';
import type { Assertion, Attestation } from './schema';

/*
 * The WebAuthn ceremonies, as the library does them. A passkey belongs to the host of the web client, so it is no use to
 * a site that only looks like it.
 */
const RELYING_PARTY = 'Vinculo';

type Options = Record<string, unknown>;

export async function registrationOptions(
  user: { id: string; email: string; name: string },
  existing: readonly PasskeyItem[],
): Promise<Options> {
  const options = await generateRegistrationOptions({
    rpName: RELYING_PARTY,
    rpID: hostOfApp(),
    userName: user.email,
    userDisplayName: user.name,
    userID: new TextEncoder().encode(user.id),
    attestationType: 'none',
    excludeCredentials: existing.map(({ credentialId: id, transports }) => ({ id, transports })),
    // Found without a user name, and opened by a finger, a face or a PIN: so that it can be the whole log-in.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await rememberChallenge(options.challenge, { purpose: 'register', userId: user.id });
  return { ...options };
}

/** The credential that was made; undefined when it does not answer a challenge of ours, for this user and this site. */
export async function verifiedCredential(userId: string, { id, rawId, type, response }: Attestation) {
  const { clientDataJSON, attestationObject, transports = [] } = response;
  const expectedChallenge = await takeSigned(clientDataJSON, { purpose: 'register', userId });
  if (expectedChallenge === undefined) return undefined;
  const verified = await orUndefined(() =>
    verifyRegistrationResponse({
      response: {
        ...{ id, rawId, type, clientExtensionResults: {} },
        response: { clientDataJSON, attestationObject },
      },
      expectedChallenge,
      expectedOrigin: runtime().appUrl,
      expectedRPID: hostOfApp(),
    }),
  );
  if (!verified?.verified) return undefined;
  const { credential, credentialBackedUp } = verified.registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports,
    isSynced: credentialBackedUp,
  };
}

/** Without passkeys to choose from, the browser offers whatever it has for this site. */
export async function assertionOptions(
  ceremony: Ceremony,
  allowed: readonly PasskeyItem[],
): Promise<Options> {
  const options = await generateAuthenticationOptions({
    rpID: hostOfApp(),
    userVerification: verificationFor(ceremony),
    allowCredentials: allowed.map(({ credentialId: id, transports }) => ({ id, transports })),
  });
  await rememberChallenge(options.challenge, ceremony);
  return { ...options };
}

/** The signature counter of an assertion that holds; undefined for any other, a counter that went back included. */
export async function verifiedCounter(
  ceremony: Ceremony,
  passkey: PasskeyItem,
  { id, rawId, type, response }: Assertion,
): Promise<number | undefined> {
  const { clientDataJSON, authenticatorData, signature } = response;
  const expectedChallenge = await takeSigned(clientDataJSON, ceremony);
  if (expectedChallenge === undefined) return undefined;
  const verified = await orUndefined(() =>
    verifyAuthenticationResponse({
      response: {
        ...{ id, rawId, type, clientExtensionResults: {} },
        response: { clientDataJSON, authenticatorData, signature },
      },
      expectedChallenge,
      expectedOrigin: runtime().appUrl,
      expectedRPID: hostOfApp(),
      requireUserVerification: verificationFor(ceremony) === 'required',
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
      },
    }),
  );
  return verified?.verified ? verified.authenticationInfo.newCounter : undefined;
}

/** After a password, having the device is enough; by itself a passkey must also know its owner. */
function verificationFor({ purpose }: Ceremony): 'required' | 'preferred' {
  return purpose === 'second_step' ? 'preferred' : 'required';
}

function hostOfApp(): string {
  return new URL(runtime().appUrl).hostname;
}

const clientDataSchema = z.object({ challenge: z.string() });

/** Takes the challenge that was signed: it is used up even where the rest does not hold. */
async function takeSigned(clientDataJSON: string, ceremony: Ceremony): Promise<string | undefined> {
  const challenge = challengeIn(clientDataJSON);
  return challenge !== undefined && (await takeChallenge(challenge, ceremony)) ? challenge : undefined;
}

function challengeIn(clientDataJSON: string): string | undefined {
  try {
    return clientDataSchema.parse(JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString())).challenge;
  } catch {
    return undefined;
  }
}

/** The library throws for whatever an input can have wrong, with errors of many kinds. */
async function orUndefined<T>(verify: () => Promise<T>): Promise<T | undefined> {
  return verify().catch(() => undefined);
}
