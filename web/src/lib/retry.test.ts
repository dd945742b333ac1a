import { VinculoProblem } from '@vinculo/client/problem';
import { describe, expect, it } from 'vitest';
import { isWorthRetrying, retryDelay } from './retry';

const problem = (status: number, retryAfter?: number) =>
  new VinculoProblem({ type: 'about:blank', title: 'T', status, code: 'c' }, { retryAfter });

describe('reading again', () => {
  it('happens once after too many requests, when the server says (T7)', () => {
    const throttled = problem(429, 7);
    expect([0, 1].map((failures) => isWorthRetrying(failures, throttled))).toEqual([true, false]);
    expect(retryDelay(0, throttled)).toBe(7_000);
  });

  it.each([
    ['a wait that nobody watches', problem(429, 900)],
    ['a limit without an end', problem(429)],
    ['a refusal', problem(422)],
    ['a mistake of the page', new TypeError('x')],
  ])('does not happen after %s', (_, error) => {
    expect(isWorthRetrying(0, error)).toBe(false);
  });

  it('happens twice after a fault that may pass, later each time (D13)', () => {
    const fault = problem(503);
    expect([0, 1, 2].map((failures) => isWorthRetrying(failures, fault))).toEqual([true, true, false]);
    expect([0, 1].map((failures) => retryDelay(failures, fault))).toEqual([1_000, 2_000]);
  });
});
