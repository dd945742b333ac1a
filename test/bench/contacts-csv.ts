const FIRST = ['Ada', 'Grace', 'Alan', 'Edsger', 'Barbara', 'Donald', 'Frances', 'John', 'Radia', 'Ken'];
const LAST = [
  'Lovelace',
  'Hopper',
  'Turing',
  'Dijkstra',
  'Liskov',
  'Knuth',
  'Allen',
  'Backus',
  'Perlman',
  'Thompson',
];
const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'ro', 'tu'];

export function lastNameOf(n: number): string {
  return `${LAST[n % 10]}${[...String(n)].map((digit) => SYLLABLES[Number(digit)]).join('')}`;
}

/** Contacts with names and e-mails that repeat as real ones do; the same for the same count. */
export function contactsCsv(count: number): string {
  const rows = Array.from({ length: count }, (_, n) => {
    const last = lastNameOf(n);
    const first = FIRST[Math.floor(n / 7) % 10];
    return `${first},${last},${first}.${last}.${n}@example.com`.concat(
      `,+34 600 ${String(n).padStart(6, '0')}`,
    );
  });
  return ['First name,Last name,E-mail,Phone', ...rows].join('\n');
}
