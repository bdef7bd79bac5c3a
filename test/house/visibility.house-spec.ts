import { FEATURES } from '../../src/features.js';
import { type Allowed, HttpModule, isProgramAllowed } from '../../src/platform/http/index.js';
import { routesOf, type Route } from '../support/routes.js';
import { ROW_OF_ROUTE, type RowName, ROWS } from '../support/visibility.catalogue.js';

const routes = routesOf([...FEATURES, HttpModule]);
const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

/** Whoever a handler lets in beyond the row that its route names. A program acts in a role that is listed too; only where none is, its scope must be in the row. */
const beyond = (allowed: readonly Allowed[], row: RowName): readonly Allowed[] => {
  const sees: readonly Allowed[] = ROWS[row].sees;
  const people = allowed.filter((one) => !isProgramAllowed(one));
  return (people.length > 0 ? people : allowed).filter((one) => !sees.includes(one));
};

describe('who sees what', () => {
  it('names a row for every route: a new one is put into the matrix first', () => {
    expect(routes.map(nameOf).filter((name) => !(name in ROW_OF_ROUTE))).toEqual([]);
    expect(Object.keys(ROW_OF_ROUTE).filter((name) => !routes.some((route) => nameOf(route) === name))).toEqual([]);
  });

  it('lets in nobody beyond the row', () => {
    const wide = routes.flatMap((route) => {
      const row = ROW_OF_ROUTE[nameOf(route)];
      const others = row ? beyond(route.allowed ?? [], row) : [];
      return others.length > 0 ? [`${nameOf(route)} (${String(row)}): ${others.join(', ')}`] : [];
    });
    expect(wide).toEqual([]);
  });

  it('would notice a manager at the complaints, and HR in the room (the control)', () => {
    expect(beyond(['complaint_handler', 'manager'], 'complaints')).toEqual(['manager']);
    expect(beyond(['or_member', 'hr_registrar'], 'room')).toEqual(['hr_registrar']);
    expect(beyond(['or_member', 'program:chain:read'], 'room')).toEqual([]);
    expect(beyond(['program:chain:read'], 'room')).toEqual(['program:chain:read']);
  });

  it('keeps complaints, objections, the room and ballots from HR, managers, IT and the director', () => {
    const kept: readonly RowName[] = ['complaints', 'objections', 'room', 'ballots', 'council'];
    for (const row of kept)
      for (const role of ['hr_registrar', 'manager', 'it_admin', 'director', 'org_admin'] as const)
        expect(beyond([role], row)).toEqual([role]);
  });
});
