import { Places } from './places.js';

const held = (): { readonly work: () => Promise<number>; readonly end: () => void } => {
  let end = (): void => undefined;
  const until = new Promise<number>((resolve) => (end = () => resolve(1)));
  return { work: () => until, end: () => end() };
};

describe('places', () => {
  it('take so many at once, the others in the order in which they came, also after one that failed', async () => {
    const places = new Places(2);
    const order: string[] = [];
    const first = held();
    const done = Promise.all([
      places.within(first.work),
      places.within(() => Promise.reject(new Error('broken'))).catch(() => order.push('failed')),
      places.within(() => Promise.resolve(order.push('third'))),
      places.within(() => Promise.resolve(order.push('fourth'))),
    ]);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(order).toContain('failed');
    expect(order.filter((one) => one !== 'failed')).toEqual(['third', 'fourth']);
    first.end();
    await done;
    expect(await places.within(() => Promise.resolve('free'))).toBe('free');
  });

  it('say that it is busy to who waited too long, and lose no place by it', async () => {
    const places = new Places(1, 20);
    const first = held();
    const running = places.within(first.work);
    await expect(places.within(() => Promise.resolve())).rejects.toMatchObject({ status: 503, code: 'system.busy' });
    first.end();
    await running;
    expect(await places.within(() => Promise.resolve('free'))).toBe('free');
  });
});
