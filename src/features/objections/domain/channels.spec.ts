import { type Channel, CHANNEL_KINDS, handlersStand, handlingOf, type HandlingInput } from './channels.js';

const channel = (kind: Channel['kind'], over: Partial<Channel> = {}): Channel => ({
  kind,
  handlerId: 'p_1',
  deputyId: 'p_2',
  isOpen: true,
  outsideAddress: null,
  ...over,
});
const all = CHANNEL_KINDS.map((kind) => channel(kind));
const input = (over: Partial<HandlingInput> = {}): HandlingInput => ({
  channels: all,
  hr: ['p_hr'],
  enforcement: 'native',
  personOutShown: false,
  noRetaliationRule: true,
  smallestGroup: 10,
  optOut: { available: true },
  ...over,
});
const instead = (kind: Channel['kind'], over: Partial<Channel>) => all.map((one) => (one.kind === kind ? { ...one, ...over } : one));

describe('the channels', () => {
  it('count when open with a handler and a deputy', () =>
    expect(handlingOf(input()).rightsChannels).toEqual(['objection', 'access', 'rectification', 'erasure', 'restriction', 'portability']));
  it.each([
    ['closed', { isOpen: false }],
    ['without a handler', { handlerId: null }],
    ['without a deputy', { deputyId: null }],
  ])('do not count %s', (_, over) =>
    expect(handlingOf(input({ channels: instead('access', over) })).rightsChannels).not.toContain('access'),
  );
  it('are no right where they are for complaints', () => expect(handlingOf(input()).rightsChannels).not.toContain('complaint'));
});

describe('pausing one person', () => {
  it('is certain for a native agent', () => expect(handlingOf(input()).perPersonPause).toBe(true));
  it('is not certain for an attested tool until IT has shown it', () => {
    expect(handlingOf(input({ enforcement: 'attested' })).perPersonPause).toBe(false);
    expect(handlingOf(input({ enforcement: 'attested', personOutShown: true })).perPersonPause).toBe(true);
  });
});

describe('the handlers of E12', () => {
  it('stand when both channels work and nobody is HR', () => expect(handlersStand(input())).toBe(true));
  it.each(['objection', 'complaint'] as const)('do not stand without a deputy for the %s', (kind) =>
    expect(handlersStand(input({ channels: instead(kind, { deputyId: null }) }))).toBe(false),
  );
  it.each(['objection', 'complaint'] as const)('do not stand when HR handles the %s', (kind) => {
    expect(handlersStand(input({ channels: instead(kind, { handlerId: 'p_hr' }) }))).toBe(false);
    expect(handlersStand(input({ channels: instead(kind, { deputyId: 'p_hr' }) }))).toBe(false);
  });
  it('do not stand where nothing was named', () => expect(handlersStand({ channels: [], hr: [] })).toBe(false));
});

describe('the outside channel', () => {
  it('is there once the confidential adviser named an address', () => {
    const proven = (canOpen: boolean) => all.map((channel) => (channel.kind === 'complaint' ? { ...channel, canOpen } : channel));
    expect(handlingOf(input({ channels: proven(true) })).anonymousChannel).toBe(true);
    expect(handlingOf(input({ channels: proven(false) })).anonymousChannel).toBe(false);
    expect(handlingOf(input()).anonymousChannel).toBe(false);
    const outside = channel('outside', { outsideAddress: 'vertrouwen@buiten.nl', handlerId: null, deputyId: null });
    expect(handlingOf(input({ channels: [...all, outside] })).anonymousChannel).toBe(true);
    expect(handlingOf(input({ channels: [...all, { ...outside, isOpen: false }] })).anonymousChannel).toBe(false);
  });
});
