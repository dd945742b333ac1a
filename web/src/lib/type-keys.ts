/** The second key after `g`. A type that isn't here is reached by the palette. */
export const TYPE_KEYS: Record<string, string> = {
  account: 'a',
  contact: 'c',
  lead: 'l',
  opportunity: 'o',
  activity: 't',
};
