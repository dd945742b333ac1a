import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACTIONS, accessSchema, PERMISSIONS, rightsOn } from '../access/access';
import { BUILT_IN_ROLES } from './built-in';

const roles = Object.entries(BUILT_IN_ROLES);

describe('built-in roles', () => {
  it.each(roles)('%s is a valid role under its own id, in every language', (id, { label, access }) => {
    expect(accessSchema.parse(access)).toEqual(access);
    expect(access.roleId).toBe(id);
    expect(label.en).not.toBe('');
    expect(label.es).not.toBe('');
  });

  it('lets everybody who works with customers see every account and contact', () => {
    for (const [, { access }] of roles) {
      for (const type of ['account', 'contact']) expect(rightsOn(access, type).read).toBe('all');
    }
  });

  it('keeps analysts and readers from changing anything', () => {
    for (const id of ['analyst', 'read_only']) {
      const access = BUILT_IN_ROLES[id]?.access;
      expect(access && Object.values(access.types)).toEqual([
        { create: 'none', read: 'all', update: 'none', delete: 'none' },
      ]);
    }
  });

  it('gives the keys of the company to administrators only', () => {
    const holders = (permission: string) =>
      roles
        .filter(([, { access }]) => access.permissions.some((own) => own === permission))
        .map(([id]) => id);
    for (const permission of ['tenant.manage', 'users.manage', 'roles.manage', 'audit.read']) {
      expect(holders(permission), permission).toEqual(['admin']);
    }
  });

  it('is documented as it is (S9)', () => {
    const document = readFileSync(new URL('../../../../docs/access.md', import.meta.url), 'utf8');
    for (const line of [...permissionTable(), ...rightsTable()]) expect(document).toContain(line);
  });
});

function permissionTable(): string[] {
  return PERMISSIONS.map((permission) => {
    const marks = roles.map(([, { access }]) => (access.permissions.includes(permission) ? 'yes' : ''));
    return `| \`${permission}\` | ${marks.join(' | ')} |`;
  });
}

function rightsTable(): string[] {
  return roles.flatMap(([id, { access }]) =>
    Object.entries(access.types).map(([type, rights]) => {
      const levels = ACTIONS.map((action) => rights[action]);
      return `| \`${id}\` | ${type === '*' ? 'all others' : type} | ${levels.join(' | ')} |`;
    }),
  );
}
