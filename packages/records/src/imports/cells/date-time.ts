import { type DateOrder, parseDate } from './date';
import { issue, type Parsed } from './parsed';

const TIME =
  /^(.*?\d)[T,\s]\s*(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*([ap]\.?\s?m\.?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;

/** Reads a moment. Without a zone in the text it is a time of the tenant's; without a time, midnight there. */
export function parseDateTime(text: string, order: DateOrder, now: Date, timeZone: string): Parsed<string> {
  const match = TIME.exec(text);
  const day = parseDate(match?.[1]?.trim() ?? text, order, now);
  if ('issue' in day) return day;
  const [, , hour = '0', minute = '0', second = '0', half, zone] = match ?? [];
  const hours = hourOf(Number(hour), half);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) {
    return issue('date_invalid', `"${text}" is no time.`, { value: text.slice(0, 80), format: order });
  }
  const clock = [hours, Number(minute), Number(second)]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  const local = Date.parse(`${day.value}T${clock}Z`);
  if (zone) return { value: new Date(Date.parse(`${day.value}T${clock}${withColon(zone)}`)).toISOString() };
  return { value: new Date(local - offsetAt(local, timeZone)).toISOString() };
}

function hourOf(hour: number, half: string | undefined): number {
  if (!half) return hour;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

function withColon(zone: string): string {
  return /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
}

/** By how much a zone's clocks are ahead of UTC when they show `localMs`. */
function offsetAt(localMs: number, timeZone: string): number {
  const guess = localMs - offsetOf(localMs, timeZone);
  return offsetOf(guess, timeZone);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetOf(instantMs: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const part = Object.fromEntries(
    format.formatToParts(instantMs).map(({ type, value }) => [type, Number(value)]),
  );
  const shown = Date.UTC(
    part.year ?? 0,
    (part.month ?? 1) - 1,
    part.day ?? 1,
    part.hour ?? 0,
    part.minute ?? 0,
    part.second ?? 0,
  );
  return shown - Math.floor(instantMs / 1000) * 1000;
}
