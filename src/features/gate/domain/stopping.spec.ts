import { MAY_STOP, mayLift } from './stopping.js';

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
