import { describe, expect, it } from 'vitest';
import { matchesWords } from './match-words';

describe('matchesWords', () => {
  it('finds a text by the beginnings of its words, in any order', () => {
    expect(matchesWords('New opportunity', 'opp new')).toBe(true);
    expect(matchesWords('New opportunity', 'port')).toBe(false);
  });

  it('ignores case and accents on both sides', () => {
    expect(matchesWords('Configuración', 'configuracion')).toBe(true);
    expect(matchesWords('Nunez', 'NÚÑ')).toBe(true);
  });

  it('finds everything for an empty query', () => {
    expect(matchesWords('anything', '  ')).toBe(true);
  });
});
