import { describe, expect, it } from 'vitest';
import { addDays, fromWallTime, toWallTime } from './zoned-time';

describe('wall times of a zone', () => {
  it.each([
    ['2026-11-24T08:30:00.000Z', 'Europe/Madrid', '2026-11-24', '09:30'],
    ['2026-06-30T22:15:00.000Z', 'Europe/Madrid', '2026-07-01', '00:15'],
    ['2026-01-01T04:00:00.000Z', 'America/New_York', '2025-12-31', '23:00'],
    ['2026-03-01T00:00:00.000Z', 'Asia/Kolkata', '2026-03-01', '05:30'],
  ])('shows %s in %s as %s %s, and reads it back as the same instant', (iso, zone, date, time) => {
    expect(toWallTime(iso, zone)).toEqual({ date, time });
    expect(fromWallTime({ date, time }, zone)).toBe(iso);
  });

  it('reads back every half hour of a year, but for the hour that happens twice', () => {
    const start = Date.parse('2026-01-01T00:00:00Z');
    for (let step = 0; step < 365 * 48; step += 1) {
      const iso = new Date(start + step * 1_800_000).toISOString();
      const again = fromWallTime(toWallTime(iso, 'Europe/Madrid'), 'Europe/Madrid');
      expect([0, -3_600_000, 3_600_000]).toContain(Date.parse(again) - Date.parse(iso));
      if (!iso.startsWith('2026-10-25')) expect(again).toBe(iso);
    }
  });

  it('moves a date across months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });
});
