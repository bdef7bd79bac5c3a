import { Grouped } from './grouped.js';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

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
    await turn();
    while (going.length > 0) {
      going.shift()?.();
      await turn();
      await turn();
    }
  };
  return { groups, grouped, letGo };
};

describe('requests at the same time', () => {
  it('are served together, and each gets its own answer', async () => {
    const { groups, grouped, letGo } = desk();
    const asked = [1, 2, 3, 4, 5].map((one) => grouped.join(one));
    await letGo();
    expect(await Promise.all(asked)).toEqual([10, 20, 30, 40, 50]);
    expect(groups).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
  });
  it('go when they come alone, and wait for each other while one is at work', async () => {
    const { groups, grouped, letGo } = desk();
    const first = grouped.join(1);
    await turn();
    expect(groups).toEqual([[1]]);
    const later = [2, 3].map((one) => grouped.join(one));
    await turn();
    expect(groups).toEqual([[1]]);
    await letGo();
    expect(await Promise.all([first, ...later])).toEqual([10, 20, 30]);
    expect(groups).toEqual([[1], [2, 3]]);
  });
  it('one that cannot be served holds up nobody else', async () => {
    const { groups, grouped, letGo } = desk({ most: 4, lanes: 1 }, (asked) => asked.includes(3));
    const asked = [0, 1, 2, 3, 4].map((one) => grouped.join(one));
    const done = Promise.allSettled(asked);
    await letGo();
    expect((await done).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(groups).toEqual([[0, 1, 2, 3], [0, 1], [2, 3], [2], [3], [4]]);
  });
  it('go on in another lane while one is at work', async () => {
    const { groups, grouped, letGo } = desk({ most: 2, lanes: 2 });
    const asked = [1, 2, 3].map((one) => grouped.join(one));
    await turn();
    await turn();
    expect(groups).toEqual([[1, 2], [3]]);
    await letGo();
    expect(await Promise.all(asked)).toEqual([10, 20, 30]);
  });
});
