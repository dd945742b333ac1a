import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS, type Access, type Level, PERMISSIONS, rightsOn } from '../access/access';
import { assertMayGrant } from '../roles/grant';
import { narrow, scopesSchema } from './scopes';

const TYPES = ['account', 'contact', 'deal', 'anything_new'];
const level = fc.constantFrom<Level[]>('none', 'own', 'team', 'all');
const access: fc.Arbitrary<Access> = fc.record({
  roleId: fc.constant('rol_x'),
  home: fc.constant('sales' as const),
  permissions: fc.subarray([...PERMISSIONS]),
  types: fc.dictionary(
    fc.constantFrom('account', 'contact', 'deal', '*'),
    fc.record({ create: level, read: level, update: level, delete: level }),
  ),
  fields: fc.constant({ contact: { phone: 'hidden' as const } }),
});
const scope = fc.oneof(
  fc.constantFrom(...PERMISSIONS),
  fc
    .tuple(fc.constantFrom('account', 'contact', 'deal', '*'), fc.constantFrom('read', 'write'))
    .map((parts) => parts.join(':')),
);
const scopes = fc.uniqueArray(scope, { minLength: 1 });

describe('narrow', () => {
  it('gives what both the role and a scope allow, on every type and action, and nothing else (S13)', () => {
    fc.assert(
      fc.property(access, scopes, (role, given) => {
        const narrowed = narrow(role, given);
        for (const type of TYPES) {
          const isIn = (verb: string) => given.includes(`${type}:${verb}`) || given.includes(`*:${verb}`);
          for (const action of ACTIONS) {
            const isGiven = isIn('write') || (action === 'read' && isIn('read'));
            const expected = isGiven ? rightsOn(role, type)[action] : 'none';
            expect(rightsOn(narrowed, type)[action]).toBe(expected);
          }
        }
        expect(narrowed.permissions).toEqual(role.permissions.filter((name) => given.includes(name)));
        expect(narrowed.fields).toEqual(role.fields);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never gives more than the role, and all of it where there are no scopes (S13)', () => {
    fc.assert(
      fc.property(access, fc.option(scopes, { nil: undefined }), (role, given) => {
        expect(() => assertMayGrant(role, narrow(role, given))).not.toThrow();
        if (given === undefined) expect(narrow(role, given)).toEqual(role);
      }),
    );
  });
});

describe('scopesSchema', () => {
  it.each([[['contact:read']], [['*:write', 'records.export']], [['invoice_line:write']]])(
    'takes %j',
    (value) => {
      expect(scopesSchema.parse(value)).toEqual(value);
    },
  );

  it.each([
    [[]],
    [['contact']],
    [['contact:delete']],
    [['contact:read ']],
    [['Contact:read']],
    [['*']],
    [['records.everything']],
    [['keys.manage:read']],
    [Array.from({ length: 101 }, (_, n) => `type_${n}:read`)],
  ])('refuses %j (S13)', (value) => {
    expect(scopesSchema.safeParse(value).success).toBe(false);
  });
});
