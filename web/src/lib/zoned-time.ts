/** Wall clock times of the company's zone. The API speaks instants; people type `24 Nov 2026, 09:30`. */
export interface WallTime {
  /** `2026-11-24` */
  date: string;
  /** `09:30` */
  time: string;
}

export function toWallTime(iso: string, timeZone: string): WallTime {
  const parts = partsIn(new Date(iso).getTime(), timeZone);
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/** The instant of a wall time. One that a clock change skips becomes the instant just after the gap. */
export function fromWallTime({ date, time }: WallTime, timeZone: string): string {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  // The offset belongs to the instant, which is what is looked for: guess, correct, and correct again near a change.
  const first = asUtc - offsetAt(asUtc, timeZone);
  const second = asUtc - offsetAt(first, timeZone);
  return new Date(second).toISOString();
}

/** `2026-11-24` for an instant, in the zone. */
export function dayIn(iso: string, timeZone: string): string {
  return toWallTime(iso, timeZone).date;
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function offsetAt(epochMs: number, timeZone: string): number {
  const { year, month, day, hour, minute } = partsIn(epochMs, timeZone);
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`) - Math.floor(epochMs / 60_000) * 60_000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsIn(epochMs: number, timeZone: string): Record<string, string> {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  formats.set(timeZone, format);
  return Object.fromEntries(format.formatToParts(epochMs).map(({ type, value }) => [type, value]));
}
