import { describe, expect, it } from 'vitest';
import { describeFileFailure, LocalError } from './local-error';

describe('describeFileFailure', () => {
  it.each([
    ['ENOSPC', 'The disk that holds /data is full: free some space and start again.'],
    ['EACCES', 'Vinculo may not write to /data: make the folder writable and start again.'],
    ['EROFS', 'Vinculo may not write to /data: make the folder writable and start again.'],
    ['ENOTDIR', '/data must be a folder, but a file is in its place.'],
  ])('words %s as one sentence that names the folder', (code, sentence) => {
    const described = describeFileFailure(Object.assign(new Error(code), { code }), '/data');
    expect(described).toBeInstanceOf(LocalError);
    expect(described).toHaveProperty('message', sentence);
  });

  it('leaves a bug as it is', () => {
    const bug = new TypeError('x is undefined');
    expect(describeFileFailure(bug, '/data')).toBe(bug);
  });
});
