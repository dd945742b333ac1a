import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS, type Access, fieldAccess, type Level, PERMISSIONS, rightsOn } from '../access/access';
import { BUILT_IN_ROLES } from './built-in';
import { assertMayGrant } from './grant';

const level = fc.constantFrom<Level[]>('none', 'own', 'team', 'all');
const rights = fc.record({ create: level, read: level, update: level, delete: level });
const types = fc.constantFrom('account', 'contact', 'deal', '*');
const access: fc.Arbitrary<Access> = fc.record({
  roleId: fc.constant('rol_x'),
  home: fc.constant('sales' as const),
  permissions: fc.subarray([...PERMISSIONS]),
  types: fc.dictionary(types, rights),
  fields: fc.dictionary(
    fc.constantFrom('account', 'contact'),
    fc.dictionary(fc.constantFrom('revenue', 'phone'), fc.constantFrom('hidden' as const, 'read' as const)),
  ),
});

const rank = { none: 0, own: 1, team: 2, all: 3, hidden: 0, read: 1, edit: 2 };

function mayGrant(actor: Access, granted: Access): boolean {
  try {
    assertMayGrant(actor, granted);
    return true;
  } catch {
    return false;
  }
}

describe('assertMayGrant', () => {
  it('lets through what gives nobody anything the actor lacks, on any type, and nothing else (S9)', () => {
    fc.assert(
      fc.property(access, access, (actor, granted) => {
        const isWithin =
          granted.permissions.every((permission) => actor.permissions.includes(permission)) &&
          ['account', 'contact', 'deal', 'anything new'].every((type) =>
            ACTIONS.every(
              (action) => rank[rightsOn(granted, type)[action]] <= rank[rightsOn(actor, type)[action]],
            ),
          ) &&
          ['account', 'contact'].every((type) =>
            ['revenue', 'phone'].every(
              (field) => rank[fieldAccess(granted, type, field)] <= rank[fieldAccess(actor, type, field)],
            ),
          );
        expect(mayGrant(actor, granted)).toBe(isWithin);
      }),
      { numRuns: 2_000 },
    );
  });

  it('lets everybody give their own role, and an administrator all of them', () => {
    for (const { access: role } of Object.values(BUILT_IN_ROLES)) {
      expect(mayGrant(role, role)).toBe(true);
      const admin = BUILT_IN_ROLES.admin?.access;
      expect(admin && mayGrant(admin, role)).toBe(true);
    }
  });
});
