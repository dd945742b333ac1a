const ID = /^[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}$/;

/** Every id of a record, user or team that appears anywhere in a value. */
export function idsIn(value: unknown): string[] {
  const found = new Set<string>();
  collect(value, found);
  return [...found];
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') {
    if (ID.test(value) && !value.startsWith('evt_')) found.add(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) collect(part, found);
  }
}
