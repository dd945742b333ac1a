/** `count` months as YYYY-MM, beginning with `first`. */
export function monthsFrom(first: string, count: number): string[] {
  const [year = 0, month = 1] = first.split('-').map(Number);
  return Array.from({ length: count }, (_, offset) =>
    new Date(Date.UTC(year, month - 1 + offset)).toISOString().slice(0, 7),
  );
}
