import { SECTIONS } from '../../src/features/assessments/index.js';
import type { BrowserPerson } from './browser-person.js';
import { type Cast, openDossier } from './journey-starters.js';

const RULE = /^(EU|NL|GEN)-[A-Z0-9-]+$/;
const kindOf = (words: string): string => (/verboden/i.test(words) ? ' (absolute)' : /waarschuwing|let op/i.test(words) ? ' (W)' : '');

/** The findings that the pages of the assessment show, section by section. */
export const findingsOnAssessment = async (cast: Cast, name: string): Promise<readonly string[]> => {
  const officer = await cast.as('privacyOfficer');
  await openDossier(officer, name, 'Beoordeling');
  const overview = new URL(officer.page.url()).pathname;
  const found = new Set<string>();
  for (const section of SECTIONS) {
    await officer.open(`${overview}/${section}`);
    for (const strong of await officer.page.locator('main strong').all()) {
      const rule = (await strong.innerText()).trim();
      if (RULE.test(rule)) found.add(rule + kindOf(await strong.locator('xpath=..').innerText()));
    }
  }
  return [...found].sort();
};

/** The rules that a page names under these requirements; a warning is marked (W). */
export const rulesUnder = async (person: BrowserPerson, requirements: readonly string[]): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const id of requirements) {
    for (const line of await person.page.locator(`#${id} p:has(a[href^="/rules/"])`).all()) {
      const rule = (await line.locator('a').getAttribute('href'))?.split('/').at(-1) ?? '';
      found.push(rule + kindOf((await line.textContent()) ?? ''));
    }
  }
  return found.sort();
};
