import { redraw, seatsPerTurn, turnEndsAt } from './cover-turns.js';

const sum = (turns: ReadonlyMap<number, number>): number => [...turns.values()].reduce((all, n) => all + n, 0);

describe('the turns of the lot', () => {
  it('fill exactly as many seats as there are, with a new draw every day and turns as long as an objection lasts', () => {
    for (let seats = 0; seats < 200; seats += 1) expect(sum(seatsPerTurn(seats))).toBe(seats);
    expect([...seatsPerTurn(5)]).toEqual([
      [1, 2],
      [7, 1],
      [35, 1],
      [175, 1],
    ]);
  });

  it('are filled where they lack, and ended where they are too many', () => {
    expect(redraw(5, new Map())).toEqual({ lacking: [1, 1, 7, 35, 175], surplus: new Map() });
    expect(redraw(5, seatsPerTurn(5))).toEqual({ lacking: [], surplus: new Map() });
    expect(redraw(4, seatsPerTurn(5))).toEqual({ lacking: [], surplus: new Map([[1, 1]]) });
    expect(redraw(0, seatsPerTurn(5)).surplus).toEqual(seatsPerTurn(5));
    expect(redraw(5, new Map([[1, 4]]))).toEqual({ lacking: [7, 35, 175], surplus: new Map([[1, 2]]) });
  });

  it('end at no fixed hour, and a lease later than their days', () => {
    const now = new Date('2026-03-02T09:00:00Z');
    expect(turnEndsAt(now, 1, 15, 0.5).toISOString()).toBe('2026-03-03T09:15:00.000Z');
    expect(turnEndsAt(now, 1, 15, 0).toISOString()).toBe('2026-03-03T03:15:00.000Z');
    expect(turnEndsAt(now, 35, 1440, 1).toISOString()).toBe('2026-04-07T15:00:00.000Z');
  });
});
