import { CITIES, emailOf, FIRST_NAMES, LAST_NAMES } from './people';
import { type Random, seeded } from './random';

const LATIN_LAST_NAMES = LAST_NAMES.filter((name) => /^[ -ÿ]*$/.test(name));

/** A file as it comes out of an old system, and what is in it. */
export interface MessyFile {
  bytes: Buffer;
  rows: number;
  /** Rows whose cells cannot be read, by what is wrong. */
  bad: { dates: number; emails: number; amounts: number };
  /** Rows that repeat the customer number of a row above. */
  duplicates: number;
}

/**
 * Customers in Latin-1 with semicolons, quotes, line breaks within cells, German amounts, dates in day-month order of
 * several forms, blank lines, wrong cells and repeated customers. The same seed makes the same file.
 */
export function makeMessyFile(rows = 10_000, seed = 42): MessyFile {
  const random = seeded(seed);
  const file = { rows, bad: { dates: 0, emails: 0, amounts: 0 }, duplicates: 0 };
  const lines = ['Nº cliente;Nombre completo;Correo;Teléfono;Cliente desde;Gasto total;Ciudad;Notas'];
  const ids: string[] = [];
  for (let row = 1; row <= rows; row++) {
    const wrong = random.next();
    const isRepeated = ids.length > 10 && wrong >= 0.06 && wrong < 0.11;
    const id = isRepeated ? random.pick(ids) : `C-${String(row).padStart(6, '0')}`;
    const name = `${random.pick(FIRST_NAMES)} ${random.pick(LATIN_LAST_NAMES)}`;
    const hasWrongDate = wrong < 0.02;
    const hasWrongEmail = wrong >= 0.02 && wrong < 0.04;
    const hasWrongAmount = wrong >= 0.04 && wrong < 0.06;
    if (hasWrongDate) file.bad.dates++;
    if (hasWrongEmail) file.bad.emails++;
    if (hasWrongAmount) file.bad.amounts++;
    if (isRepeated) file.duplicates++;
    if (!hasWrongDate && !hasWrongEmail && !hasWrongAmount && !isRepeated) ids.push(id);
    lines.push(
      [
        id,
        name.includes('"') ? quoted(name) : name,
        hasWrongEmail
          ? random.pick(['nobody', 'a@b', '@example.com', 'x y@example.com'])
          : emailOf(name, row),
        random.chance(0.2) ? '' : phone(random),
        hasWrongDate ? random.pick(['31/02/2021', 'ayer', '99/99/9999', '2021-13-01']) : date(random),
        hasWrongAmount ? random.pick(['mucho', '12,34,56', '1.2.3,4']) : amount(random),
        random.pick(CITIES),
        note(random),
      ].join(';'),
    );
    if (random.chance(0.005)) lines.push('');
  }
  return { ...file, bytes: Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1') };
}

function phone(random: Random): string {
  return `+34 ${random.whole(600, 799)} ${random.whole(100, 999)} ${random.whole(100, 999)}`;
}

function date(random: Random): string {
  const [day, month, year] = [random.whole(1, 28), random.whole(1, 12), random.whole(1998, 2025)];
  const two = (number: number) => String(number).padStart(2, '0');
  return random.pick([
    `${two(day)}/${two(month)}/${year}`,
    `${day}.${month}.${year}`,
    `${two(day)}-${two(month)}-${String(year).slice(2)}`,
  ]);
}

function amount(random: Random): string {
  const whole = random.whole(1, 90_000);
  const text = String(whole).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${text},${String(random.whole(0, 99)).padStart(2, '0')}`;
}

function note(random: Random): string {
  const kind = random.next();
  if (kind < 0.1) return quoted(`Dijo: "llámame"\r\nmañana; o pasado`);
  if (kind < 0.15) return quoted('Línea una\nLínea dos');
  if (kind < 0.2) return "=cmd|' /C calc'!A0";
  return kind < 0.6 ? 'Cliente de toda la vida, más o menos' : '';
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
