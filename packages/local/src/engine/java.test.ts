import { describe, expect, it } from 'vitest';
import { findJava, parseJavaVersion } from './java';

describe('parseJavaVersion', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "21" 2023-09-19', 21],
    ['java version "1.8.0_401"', 8],
    ['The operation couldn’t be completed', 0],
  ])('reads %s as Java %i', (output, major) => {
    expect(parseJavaVersion(output)).toBe(major);
  });
});

describe('findJava', () => {
  it('says in one sentence that Java is missing', async () => {
    await expect(findJava({ PATH: '/nonexistent' })).rejects.toThrow(
      /^DynamoDB Local needs Java 17 or newer, and there is no working java: install one .+\.$/,
    );
  });
});
