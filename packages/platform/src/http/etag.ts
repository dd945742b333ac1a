import { AppError } from '../errors';

export function toEtag(version: number): string {
  return `"${version}"`;
}

/** Reads the version from If-Match. Throws 428 without one, 400 for one that no answer of ours carried (D2). */
export function versionFromIfMatch(header: string | undefined): number {
  if (!header) {
    throw new AppError(428, 'if_match.required', 'Send the version that you changed in the If-Match header.');
  }
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(header)?.[1];
  if (!version) throw new AppError(400, 'if_match.invalid', 'If-Match must hold an ETag that this API gave.');
  return Number(version);
}
