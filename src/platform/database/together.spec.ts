import { QueryFailedError } from 'typeorm';
import { together } from './together.js';

const failed = (code: string): QueryFailedError => new QueryFailedError('select', [], Object.assign(new Error(code), { code }));
const later = <T>(work: () => T): Promise<T> =>
  new Promise((resolve, reject) => setImmediate(() => Promise.resolve().then(work).then(resolve, reject)));

describe('together', () => {
  it('answers each question under its name', async () => {
    expect(await together({ a: Promise.resolve(1), b: later(() => 'two'), none: Promise.resolve(null) })).toEqual({
      a: 1,
      b: 'two',
      none: null,
    });
    expect(await together({})).toEqual({});
  });

  it('waits for every answer before it fails', async () => {
    let answered = false;
    const slow = later(() => (answered = true));
    await expect(together({ bad: Promise.reject(new Error('bad')), slow })).rejects.toThrow('bad');
    expect(answered).toBe(true);
  });

  it('throws what failed by itself, whoever comes first, also from within', async () => {
    const cause = failed('40001');
    const after = () => Promise.reject(failed('25P02'));
    await expect(together({ after: after(), cause: later(() => Promise.reject(cause)) })).rejects.toBe(cause);
    await expect(together({ after: after(), inner: together({ after: after(), cause: Promise.reject(cause) }) })).rejects.toBe(cause);
    await expect(together({ one: after(), two: after() })).rejects.toMatchObject({ driverError: { code: '25P02' } });
  });
});
