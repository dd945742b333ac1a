import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeNewest } from './merge';
import type { Moment, Source } from './moment';

const shown: NonNullable<Moment['shown']> = { activity: { id: 'act_1' } as never };

/** A source of these positions; those in `hidden` are not to be seen. */
function aSource(positions: readonly string[], hidden: ReadonlySet<string>): Source {
  return async function* (before) {
    for (const position of [...new Set(positions)].sort().reverse()) {
      if (before !== undefined && position >= before) continue;
      yield { position, ...(hidden.has(position) ? {} : { shown }) };
    }
  };
}

const position = fc.integer({ min: 0, max: 60 }).map((n) => String(n).padStart(2, '0'));

describe('mergeNewest', () => {
  it('gives what all sources show, newest first, each once, in pages of any size (P5)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(position), { maxLength: 4 }),
        fc.uniqueArray(position),
        fc.integer({ min: 1, max: 7 }),
        async (lists, unseen, limit) => {
          const hidden = new Set(unseen);
          const sources = lists.map((positions) => aSource(positions, hidden));
          const found: string[] = [];
          let before: string | undefined;
          do {
            const page = await mergeNewest(sources, before, limit);
            expect(page.moments.length).toBeLessThanOrEqual(limit);
            found.push(...page.moments.map((moment) => moment.position));
            before = page.next;
          } while (before !== undefined);
          const expected = [...new Set(lists.flat())]
            .filter((one) => !hidden.has(one))
            .sort()
            .reverse();
          expect(found).toEqual(expected);
        },
      ),
    );
  });

  it('ends a page after a number of moments that nobody may see, and goes on in the next (T9)', async () => {
    let looked = 0;
    const endless: Source = async function* (before) {
      for (let n = before === undefined ? 999_999 : Number(before) - 1; ; n--) {
        looked++;
        yield { position: String(n).padStart(6, '0') };
      }
    };
    const page = await mergeNewest([endless], undefined, 10);
    expect(page.moments).toEqual([]);
    expect(page.next).toBeDefined();
    expect(looked).toBeLessThan(500);
  });
});
