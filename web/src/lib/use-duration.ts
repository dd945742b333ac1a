import { useFormat } from './use-format';

const UNITS: [Intl.RelativeTimeFormatUnit & ('day' | 'hour' | 'minute'), number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** `12 days`, `3 hours`: the largest unit that fits, in the person's language. */
export function useDuration() {
  const { tag } = useFormat();
  return function duration(ms: number, style: 'long' | 'narrow' = 'long'): string {
    const [unit, size] = UNITS.find(([, unitMs]) => ms >= unitMs) ?? ['minute', 60_000];
    const format = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: style });
    return format.format(Math.floor(ms / size));
  };
}
