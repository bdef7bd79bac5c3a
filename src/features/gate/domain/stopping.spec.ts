import { foremostFirst, liftableBy, MAY_STOP, mayLift, mayStillStop } from './stopping.js';

describe('stopping', () => {
  it('is open to both sides and to the DPO', () =>
    expect(MAY_STOP).toEqual(expect.arrayContaining(['hr_registrar', 'director', 'it_admin', 'dpo', 'or_chair', 'or_secretary'])));
  it('is not open to managers', () => expect(MAY_STOP).not.toContain('manager'));
});

describe('letting a tool go on', () => {
  it('after the council stopped it, takes the council', () => expect(mayLift('stopped', 'or_chair')).toEqual(['or_chair', 'or_secretary']));
  it('after the DPO stopped it, takes the DPO', () => expect(mayLift('stopped', 'dpo')).toEqual(['dpo']));
  it('after the employer stopped it, takes the employer', () => expect(mayLift('stopped', 'director')).toContain('hr_registrar'));
  it('after a difference in settings, takes IT', () => expect(mayLift('drift', 'system')).toEqual(['it_admin']));
  it('is never for the employer after the council stopped it', () => expect(mayLift('stopped', 'or_secretary')).not.toContain('director'));
});

describe('more than one stop', () => {
  const council = { cause: 'stopped', by_role: 'or_chair' } as const;
  const dpo = { cause: 'stopped', by_role: 'dpo' } as const;
  const employer = { cause: 'stopped', by_role: 'it_admin' } as const;
  const system = { cause: 'drift', by_role: 'system' } as const;

  it('shows the council’s first, and the system’s last', () =>
    expect(foremostFirst([system, employer, dpo, council])).toEqual([council, dpo, employer, system]));
  it('each role lifts its own and no other', () => {
    const all = [council, dpo, employer, system];
    expect(liftableBy('it_admin', all)).toEqual([employer, system]);
    expect(liftableBy('hr_registrar', all)).toEqual([employer]);
    expect(liftableBy('or_secretary', all)).toEqual([council]);
    expect(liftableBy('dpo', all)).toEqual([dpo]);
  });
  it('is offered to whom it adds something', () => {
    expect([mayStillStop('or_chair', employer), mayStillStop('dpo', employer), mayStillStop('director', system)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([mayStillStop('or_chair', council), mayStillStop('director', council), mayStillStop('it_admin', employer)]).toEqual([
      false,
      false,
      false,
    ]);
    expect([mayStillStop('hr_registrar', null), mayStillStop('manager', null)]).toEqual([true, false]);
  });
});
