import common from './common-passwords.json';

/** The most common ones, in lower case without accents. */
export const commonPasswords: ReadonlySet<string> = new Set(
  common.passwords.flatMap((line) => line.split(' ')),
);
