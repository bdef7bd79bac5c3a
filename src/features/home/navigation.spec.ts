import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../../kernel/actor.js';
import { homePaths } from './home.paths.js';
import { besidesOf, leadsTo, navigationOf } from './navigation.js';

describe('the navigation', () => {
  it.each(ROLES)('of %s begins at home, leads to what is measured, and fits on a line', (role) => {
    const paths = navigationOf(role).map(({ href }) => href);
    expect(paths[0]).toBe(homePaths.home);
    expect(paths).toContain(homePaths.me);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.length).toBeLessThanOrEqual(7);
  });

  it.each([
    ['dpo', '/measurements'],
    ['dpo', '/dashboards'],
    ['hr_registrar', '/dashboards'],
  ] as const)('has on the start page of %s what has no room beside: %s', (role, path) =>
    expect(besidesOf(role).map(({ href }) => href)).toContain(path),
  );

  it('is empty for a visitor who has not signed in', () => expect(navigationOf('guest')).toEqual([]));

  it.each(['employee', 'manager', 'complaint_handler', 'objection_handler', 'trusted_person'] as const)(
    'never shows dossiers to %s',
    (role) => expect(leadsTo(role, '/tools')).toBe(false),
  );

  it.each([
    ['dpo', '/notices/disputes'],
    ['trusted_person', '/cases'],
    ['or_chair', '/council/settings'],
    ['or_secretary', '/council/settings'],
    ['or_member', '/council/settings'],
  ] as const)('leads %s to %s', (role, path) => expect(leadsTo(role, path)).toBe(true));

  it.each(['hr_registrar', 'dpo', 'director', 'manager', 'or_chair'] as const)(
    'never leads %s to objections or complaints of others',
    (role) => {
      expect(leadsTo(role, '/objections')).toBe(false);
      expect(leadsTo(role, '/cases')).toBe(false);
    },
  );
});
