import type { Section } from '../questionnaire/question.js';
import { DATA } from './data.catalogue.js';
import { HOW } from './how.catalogue.js';
import { PLACES } from './places.catalogue.js';
import { SECURITY } from './security.catalogue.js';
import { SIGNALS } from './signals.catalogue.js';
import { SUPPLIER } from './supplier.catalogue.js';
import { WHO } from './who.catalogue.js';

/** The questions of step 2, in the order of the pages. Whose turn it is follows from each attribute's owner. */
export const REGISTRATION_SECTIONS: readonly Section[] = [SUPPLIER, WHO, DATA, PLACES, HOW, SIGNALS, SECURITY];
