/** Names for generated customers: common enough to repeat, several with letters beyond ASCII. */
export const FIRST_NAMES =
  'James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah Christopher Karen Daniel Lisa Matthew Nancy Anthony Betty Mark Sandra Steven Ashley Andrew Emily Paul Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Melissa Timothy Deborah Jason Rebecca Jeffrey Laura Ryan Sharon Jacob Cynthia Gary Kathleen Nicholas Amy Eric Angela Jonathan Shirley Zoë Renée Chloë Björn Søren Núria Íñigo Ángel José Lucía Sofía Jürgen Léa'.split(
    ' ',
  );

export const LAST_NAMES =
  "Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts O'Brien O'Neil Müller Núñez Peña Strauß Åkesson Dvořák García Muñoz Castaño Brontë Fernández D'Angelo".split(
    ' ',
  );

export const CITIES = [
  'Albuquerque',
  'Logroño',
  'München',
  'Córdoba',
  'Springfield',
  'A Coruña',
  'León',
  'Bogotá',
];

/** A mailbox for a person, unique by its number. */
export function emailOf(name: string, number: number): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .trim()
    .toLowerCase()
    .replace(/ +/g, '.');
  return `${plain}.${number}@example.com`;
}
