import { expect } from '@jest/globals';
import type { BrowserPerson } from './browser-person.js';

export const CANNOT_BLOCK = 'Wij kunnen dit niet technisch blokkeren.';

/** Follows a link of the page by its address. */
export const follow = async (person: BrowserPerson, href: string | RegExp): Promise<void> => {
  const links = await person.page.locator('a[href]').all();
  for (const link of links) {
    const target = (await link.getAttribute('href')) ?? '';
    if (typeof href === 'string' ? target === href : href.test(target)) return link.click();
  }
  throw new Error(`Expected: a link to ${String(href)} on ${person.page.url()}. Found none.`);
};

/** Opens, by clicks from home, each page of the dossier that its own links lead to; each says that we cannot block the tool. */
export const eachPageSaysIt = async (person: BrowserPerson, toolId: string): Promise<readonly string[]> => {
  await openDossier(person, toolId);
  const dossier = person.page.url();
  expect(await person.text()).toContain(CANNOT_BLOCK);
  const found = await person.page.locator(`main a[href*="${toolId}"], main a[href^="/council/requests/"]`).all();
  const pages = new Set<string>();
  for (const link of found) pages.add((await link.getAttribute('href')) ?? '');
  for (const page of pages) {
    await person.page.goto(dossier);
    await follow(person, page);
    expect([page, (await person.text()).includes(CANNOT_BLOCK)]).toEqual([page, true]);
  }
  return [...pages];
};

export const openDossier = async (person: BrowserPerson, toolId: string): Promise<void> => {
  await person.click('Volgsystemen');
  await follow(person, `/tools/${toolId}`);
};

/** The newest open order of a kind, from the list that IT's home leads to. */
export const openOrder = async (it: BrowserPerson, name: string, kind = 'Zet aan, met deze instellingen'): Promise<void> => {
  await it.click('Opdrachten');
  const row = it.page.locator('tr', { hasText: name }).filter({ hasText: kind }).first();
  await row.getByRole('link').click();
};
