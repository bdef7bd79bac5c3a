import { compileLimits, type Dossier, type MachineLimit, type Metric } from '../../../policy/index.js';
import { leaseLimits, scopeOf } from './lease-limits.js';

const metric = (code: string, category: string): Metric => ({
  code,
  category,
  kind: 'count',
  unit: 'keer',
  level: 'group',
  min: 0,
  max: 50,
  titleNl: code,
  titleEn: code,
});
const METRICS = [metric('logins', 'login_time'), metric('names', 'device name'), metric('secret', 'not_declared')];
const DOSSIER: Dossier = {
  tool: { dataCategories: [{ code: 'login_time' }, { code: 'device name' }, { code: 'login_time' }, {}] },
  capture: { modes: ['sampled'], sampling: { rate: 0.4 }, contentLevel: 1, schedule: { workingHoursOnly: false } },
  home: { enabled: true, intervalSeconds: 600, contentLevel: 0, retentionDays: 40 },
  office: { enabled: true, intervalSeconds: 60, contentLevel: 1, retentionDays: 90 },
  purposes: [
    { code: 'security', retention: { maxDays: 30 } },
    { code: 'attendance', retention: { maxDays: 60 } },
  ],
};
const of = (changes: Dossier = {}, ...limits: MachineLimit[]) =>
  leaseLimits({ ...DOSSIER, ...changes }, compileLimits(limits), { metrics: METRICS }, 15);

describe('what a lease allows', () => {
  it('is what the version says, where no condition says less', () =>
    expect(of()).toMatchObject({
      lifetimeSeconds: 900,
      metrics: [
        { code: 'logins', category: 'login_time', kind: 'count', unit: 'keer', level: 'group', min: 0, max: 50 },
        { code: 'names', category: 'device name' },
      ],
      schedule: { timezone: 'Europe/Amsterdam', hours: null, workingHoursOnly: false },
      places: ['home', 'office'],
      sampling: 0.4,
      retentionDays: 60,
      granularity: { intervalSeconds: 600, contentLevel: 0 },
    }));
  it('names no title: an agent needs none', () => expect(Object.keys(of().metrics[0]!)).toHaveLength(7));
  it('is less where a condition says less', () => {
    const hours = { days: [1, 2], from: '09:00', to: '17:00' };
    expect(of({}, { kind: 'hours', value: hours }).schedule.hours).toEqual(hours);
    expect(of({}, { kind: 'working_hours_only', value: true }).schedule.workingHoursOnly).toBe(true);
    expect(of({}, { kind: 'sampling_max_rate', value: 0.1 }).sampling).toBe(0.1);
    expect(of({}, { kind: 'sampling_max_rate', value: 0.9 }).sampling).toBe(0.4);
    expect(of({}, { kind: 'retention_max_days', value: { purpose: null, days: 10 } }).retentionDays).toBe(10);
    expect(of({}, { kind: 'retention_max_days', value: { purpose: 'attendance', days: 10 } }).retentionDays).toBe(30);
    expect(of({}, { kind: 'forbidden_category', value: 'login_time' }).metrics.map(({ code }) => code)).toEqual(['names']);
    expect(of({}, { kind: 'smallest_group', value: 12 }).smallestGroup).toBe(12);
  });
  it('is nothing at a place that nobody said yes to', () => {
    expect(of({ home: { enabled: false }, office: {} }).places).toEqual([]);
    expect(of({ home: { enabled: false } })).toMatchObject({ places: ['office'], granularity: { intervalSeconds: 60 }, retentionDays: 60 });
  });
  it('is everything where nothing is sampled, and working hours alone where nobody said otherwise', () =>
    expect(of({ capture: { modes: ['continuous'] } })).toMatchObject({ sampling: null, schedule: { workingHoursOnly: true } }));
  it('is named by the data categories, each once, without the forbidden', () => {
    expect(scopeOf(DOSSIER, compileLimits([]))).toBe('login_time device_name');
    expect(scopeOf(DOSSIER, compileLimits([{ kind: 'forbidden_category', value: 'device name' }]))).toBe('login_time');
  });
});
