import { describe, expect, it } from 'vitest';
import type { RecordType } from '../../types/record-type';
import { guessMapping } from './guess';
import { targetsOf } from './targets';

const label = (en: string, es: string) => ({ en, es });

const person: RecordType = {
  name: 'person',
  plural: 'people',
  idPrefix: 'per',
  labels: { one: label('Person', 'Persona'), many: label('People', 'Personas') },
  icon: 'user',
  color: 'teal',
  fields: {
    firstName: { kind: 'text', labels: label('First name', 'Nombre') },
    lastName: { kind: 'text', labels: label('Last name', 'Apellidos') },
    emails: { kind: 'emails', labels: label('E-mails', 'Correos') },
    phones: { kind: 'phones', labels: label('Phones', 'Teléfonos') },
    addresses: { kind: 'addresses', labels: label('Addresses', 'Direcciones') },
    birthday: { kind: 'date', labels: label('Birthday', 'Cumpleaños') },
    totalSpent: { kind: 'money', labels: label('Total spent', 'Gasto total') },
    externalId: { kind: 'text', labels: label('External id', 'Id externo') },
    shoeSize: { kind: 'number', labels: label('Shoe size', 'Talla de zapato') },
  },
  title: ['firstName', 'lastName'],
  indexes: { sort: 'lastName', unique: ['externalId'] },
  search: [],
  defaultColumns: [],
};

function fieldsFor(columns: string[], ...rows: string[][]): Array<string | null> {
  const targets = [...targetsOf(person).values()];
  return guessMapping(person, targets, columns, rows).map(({ field }) => field);
}

describe('guessMapping', () => {
  it.each([
    [['First Name', 'Surname', 'E-mail Address', 'Mobile Phone', 'Zip Code', 'Date of Birth']],
    [['first_name', 'last_name', 'email', 'mobile', 'zip', 'dob']],
    [['Nombre', 'Apellidos', 'Correo electrónico', 'Móvil', 'Código Postal', 'Fecha de nacimiento']],
    [['firstName', 'lastName', 'emails', 'phones.mobile', 'addresses.postalCode', 'birthday']],
  ])('knows %j', (columns) => {
    expect(fieldsFor(columns)).toEqual([
      'firstName',
      'lastName',
      'emails',
      'phones.mobile',
      'addresses.postalCode',
      'birthday',
    ]);
  });

  it('takes "Nombre" for a whole name unless last names have a column of their own', () => {
    const whole = ['Ana García López', 'Luis Pérez Gil', 'Eva Sanz Mora'].map((name) => [name]);
    expect(fieldsFor(['Nombre'], ...whole)).toEqual(['fullName']);
    expect(fieldsFor(['Nombre', 'Apellidos'], ['Ana María', 'García'])).toEqual(['firstName', 'lastName']);
    expect(fieldsFor(['Name', 'Last name'], ['Ada', 'King'])).toEqual(['firstName', 'lastName']);
  });

  it('looks at values where a name says little or lies', () => {
    expect(fieldsFor(['Contact info'], ['ada@example.com'], ['grace@example.com'])).toEqual(['emails']);
    expect(fieldsFor(['Birthday'], ['yes'], ['no'], ['yes'])).toEqual([null]);
    expect(fieldsFor(['Id'], [`per_${'0'.repeat(26)}`])).toEqual(['id']);
    expect(fieldsFor(['Id'], ['4711'])).toEqual(['externalId']);
  });

  it('fills no field twice, and a second e-mail column goes to another label', () => {
    expect(fieldsFor(['Email', 'Email 2'], ['a@x.es', 'b@x.es'])).toEqual(['emails', 'emails.other']);
  });

  it('leaves out what it does not know, and knows fields of any type by their own names', () => {
    expect(fieldsFor(['Favourite colour', 'Talla de zapato'], ['blue', '42'])).toEqual([null, 'shoeSize']);
  });

  it('does as was done before', () => {
    const targets = [...targetsOf(person).values()];
    const [guess] = guessMapping(person, targets, ['KdNr'], [['4711']], { 'kd nr': 'externalId' });
    expect(guess).toEqual({ column: 'KdNr', field: 'externalId' });
  });
});
