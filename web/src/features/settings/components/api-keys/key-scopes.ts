export const KEY_LEVELS = ['none', 'read', 'write'] as const;
export type KeyLevel = (typeof KEY_LEVELS)[number];

/** What the scopes leave of a record type, or of every type by `*`. */
export function keyLevel(scopes: readonly string[], type: string): KeyLevel {
  if (scopes.includes(`${type}:write`)) return 'write';
  return scopes.includes(`${type}:read`) ? 'read' : 'none';
}

/** A type's own level adds to that of every type, so at least that one holds for it. */
export function leastLevel(scopes: readonly string[], type: string): KeyLevel {
  return type === '*' ? 'none' : keyLevel(scopes, '*');
}

export function withKeyLevel(scopes: readonly string[], type: string, level: KeyLevel): string[] {
  const others = scopes.filter((scope) => !scope.startsWith(`${type}:`));
  return level === 'none' ? others : [...others, `${type}:${level}`];
}

export function withScope(scopes: readonly string[], scope: string, isGiven: boolean): string[] {
  const others = scopes.filter((each) => each !== scope);
  return isGiven ? [...others, scope] : others;
}
