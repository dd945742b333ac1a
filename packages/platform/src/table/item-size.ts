import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** An item in wire form, as commands carry it. */
export type WireItem = Record<string, AttributeValue>;

/** The bytes that DynamoDB counts for an item: names and values, with 3 bytes a container and 1 byte an element. */
export function itemSize(item: WireItem): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + bytes(name) + valueSize(value), 0);
}

function valueSize(value: AttributeValue): number {
  if (value.S !== undefined) return bytes(value.S);
  if (value.N !== undefined) return numberSize(value.N);
  if (value.B !== undefined) return value.B.byteLength;
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1;
  if (value.SS !== undefined) return value.SS.reduce((sum, part) => sum + bytes(part), 0);
  if (value.NS !== undefined) return value.NS.reduce((sum, part) => sum + numberSize(part), 0);
  if (value.BS !== undefined) return value.BS.reduce((sum, part) => sum + part.byteLength, 0);
  if (value.L !== undefined) return value.L.reduce((sum, part) => sum + valueSize(part) + 1, 3);
  if (value.M !== undefined) return itemSize(value.M) + Object.keys(value.M).length + 3;
  throw new TypeError('An attribute value has no type');
}

/** One byte for two significant digits and one more, and one for a minus sign. */
function numberSize(text: string): number {
  const [mantissa = ''] = text.toLowerCase().replace('-', '').split('e');
  const digits = mantissa.replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
  return Math.ceil(digits.length / 2) + 1 + (text.startsWith('-') ? 1 : 0);
}

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
