import type { FieldDef, ShownKind } from '../../../lib/record-fields';

export const SELECT_WIDTH = 36;
const MIN_WIDTH = 72;
const MAX_WIDTH = 640;

const WIDTHS: Partial<Record<ShownKind, number>> = {
  text: 168,
  longText: 240,
  emails: 220,
  phones: 168,
  addresses: 200,
  url: 200,
  reference: 200,
  user: 160,
  tags: 180,
  select: 136,
  stage: 144,
  money: 136,
  number: 112,
  integer: 112,
  boolean: 96,
  date: 128,
  dateTime: 136,
};

/** By the field's name. */
export type Widths = Readonly<Record<string, number>>;

export function withinLimits(width: number): number {
  return Math.min(Math.max(width, MIN_WIDTH), MAX_WIDTH);
}

/** What each column takes, in pixels. */
export function columnWidths(fields: readonly FieldDef[], widths: Widths): number[] {
  return fields.map(({ name, kind }, index) => withinLimits(widths[name] ?? usualWidth(kind, index === 0)));
}

/** Until somebody drags it: room for what values of this kind usually need. */
function usualWidth(kind: ShownKind, isName: boolean): number {
  const width = WIDTHS[kind] ?? 160;
  return isName ? Math.max(width, 220) : width;
}

/** Figures line up at the end, as in any table of figures. */
export function isFigure(kind: ShownKind): boolean {
  return kind === 'money' || kind === 'number' || kind === 'integer';
}
