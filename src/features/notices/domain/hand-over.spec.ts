import { handOverFrom, handOverState, mayHandOver, provesDelivery } from './hand-over.js';

const at = (text: string) => new Date(text);
const open = { witnessedAt: null, disputedAt: null, settledAs: null };

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
});
