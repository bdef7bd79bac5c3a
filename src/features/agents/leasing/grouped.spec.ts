import { Grouped } from './grouped.js';

/** Work that waits until it is let go, and remembers what was asked together. */
const desk = (size = { most: 3, lanes: 1 }, fails: (asked: readonly number[]) => boolean = () => false) => {
  const groups: (readonly number[])[] = [];
  const going: (() => void)[] = [];
  const grouped = new Grouped<number, number>(async (asked) => {
    groups.push(asked);
    await new Promise<void>((resolve) => going.push(resolve));
    if (fails(asked)) throw new Error('cannot');
    return asked.map((one) => one * 10);
  }, size);
  const letGo = async (): Promise<void> => {
    while (going.length > 0) {
      going.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { groups, grouped, letGo };
};

describe('requests at the same time', () => {
  it('are served together, the first at once, and each gets its own answer', async () => {
    const { groups, grouped, letGo } = desk();
    const asked = [1, 2, 3, 4, 5].map((one) => grouped.join(one));
    await letGo();
    expect(await Promise.all(asked)).toEqual([10, 20, 30, 40, 50]);
    expect(groups).toEqual([[1], [2, 3, 4], [5]]);
  });
  it('one that cannot be served holds up nobody else', async () => {
    const { groups, grouped, letGo } = desk({ most: 4, lanes: 1 }, (asked) => asked.includes(3));
    const asked = [0, 1, 2, 3, 4].map((one) => grouped.join(one));
    const done = Promise.allSettled(asked);
    await letGo();
    expect((await done).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(groups).toEqual([[0], [1, 2, 3, 4], [1, 2], [3, 4], [3], [4]]);
  });
  it('go on in another lane while one is at work', async () => {
    const { groups, grouped, letGo } = desk({ most: 3, lanes: 2 });
    const asked = [1, 2, 3].map((one) => grouped.join(one));
    expect(groups).toEqual([[1], [2]]);
    await letGo();
    expect(await Promise.all(asked)).toEqual([10, 20, 30]);
  });
});
