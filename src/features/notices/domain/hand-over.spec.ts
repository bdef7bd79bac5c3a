import { countsFrom, handOverFrom, handOverState, mayHandOver, measuredFrom, provesDelivery } from './hand-over.js';

const at = (text: string) => new Date(text);
const open = { witnessAsked: 'p_w', witnessedAt: null, confirmedAt: null, disputedAt: null, settledAs: null };

describe('handing a notice over', () => {
  const delivery = { sentAt: at('2026-03-02T09:00:00Z') };
  it('may begin after two reminders, at the very instant', () => {
    expect(handOverFrom(delivery)).toEqual(at('2026-03-14T09:00:00Z'));
    expect(mayHandOver(delivery, at('2026-03-14T08:59:59.999Z'))).toBe(false);
    expect(mayHandOver(delivery, at('2026-03-14T09:00:00Z'))).toBe(true);
  });
  it('proves nothing until a second person has said so', () => {
    expect(handOverState(open)).toBe('waits_for_witness');
    expect(provesDelivery(open)).toBe(false);
    expect(provesDelivery({ ...open, witnessedAt: at('2026-03-15T09:00:00Z') })).toBe(true);
  });
  it('proves nothing while it is disputed, and again when the DPO finds it was handed over', () => {
    const disputed = { ...open, witnessedAt: at('2026-03-15T09:00:00Z'), disputedAt: at('2026-03-16T09:00:00Z') };
    expect(provesDelivery(disputed)).toBe(false);
    expect(provesDelivery({ ...disputed, settledAs: 'delivered' })).toBe(true);
    expect(provesDelivery({ ...disputed, settledAs: 'not_delivered' })).toBe(false);
  });
  it('that no witness confirmed proves nothing, whatever was settled', () =>
    expect(provesDelivery({ ...open, settledAs: 'delivered' })).toBe(false));
  it('proves that the person was told as soon as the person says so, with or without a witness', () => {
    const alone = { ...open, witnessAsked: null };
    expect(handOverState(alone)).toBe('waits_for_receiver');
    expect(provesDelivery(alone)).toBe(false);
    for (const one of [alone, open]) {
      const confirmed = { ...one, confirmedAt: at('2026-03-03T09:00:00Z') };
      expect(handOverState(confirmed)).toBe('confirmed');
      expect(provesDelivery(confirmed)).toBe(true);
    }
  });
  it('lets nobody be measured on the day on which they are told, by the clock of Amsterdam', () => {
    expect(measuredFrom(at('2026-03-15T22:59:59Z'))).toBe('2026-03-16');
    expect(measuredFrom(at('2026-03-15T23:00:00Z'))).toBe('2026-03-17');
  });
  it('counts from the second person’s word, and a letter no sooner than three days after it was posted', () => {
    const handedAt = at('2026-03-15T09:00:00Z');
    const soon = at('2026-03-15T10:00:00Z');
    expect(countsFrom({ way: 'hand', handedAt }, soon)).toEqual(soon);
    expect(countsFrom({ way: 'post', handedAt }, soon)).toEqual(at('2026-03-18T09:00:00Z'));
    expect(countsFrom({ way: 'post', handedAt }, at('2026-03-18T09:00:00.001Z'))).toEqual(at('2026-03-18T09:00:00.001Z'));
  });
});
