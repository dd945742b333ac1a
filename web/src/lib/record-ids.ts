/** Ids tell their type by a prefix; the same table as on the server. */
const PREFIXES: Record<string, string> = {
  acc: 'account',
  con: 'contact',
  lea: 'lead',
  opp: 'opportunity',
  act: 'activity',
};

export function typeOfId(id: string): string | undefined {
  return PREFIXES[id.slice(0, id.indexOf('_'))];
}
