/** How far each list was scrolled when it was left: coming back from a record, the person is where they were. */
const offsets = new Map<string, number>();
const MOST = 20;

export function keepOffset(place: string, offset: number): void {
  offsets.delete(place);
  offsets.set(place, offset);
  const [oldest] = offsets.keys();
  if (offsets.size > MOST && oldest !== undefined) offsets.delete(oldest);
}

export function keptOffset(place: string): number {
  return offsets.get(place) ?? 0;
}
