import type { Cells } from './domain/person-line.js';
import type { Person } from './persons.repository.js';

/** A person as the form shows it. */
export const cellsOf = (person: Person): Cells => ({
  staff_number: person.staffNumber,
  name: person.name,
  email: person.email ?? '',
  unit: person.unitName,
  manager_staff_number: person.managerStaffNumber ?? '',
  language: person.otherLanguage ?? person.language,
  starts_on: person.startsOn,
  ends_on: person.endsOn ?? '',
  works_at_home: person.worksAtHome ? 'ja' : 'nee',
  device: person.device ?? '',
});

/** A page number from an address; anything else is the first page. */
export const readPage = (given: unknown): number => (typeof given === 'string' && /^[1-9]\d{0,5}$/.test(given) ? Number(given) : 1);
