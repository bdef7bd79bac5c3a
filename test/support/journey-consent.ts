import type { BrowserPerson } from './browser-person.js';
import type { Staff } from './given-people.js';
import { type Cast, openDossier } from './journey-starters.js';

const DRAFT = {
  intendedDecision: 'Wij willen dit volgsysteem invoeren.',
  reasons: 'Zo bereiken wij het doel dat in het dossier staat.',
  consequences: 'Mensen merken er weinig van. Niemand wordt erop beoordeeld.',
} as const;

const OFFICERS: readonly (keyof Staff)[] = ['chair', 'secretary'];

/** The day on the calendar that many days from now. */
export const dayIn = ({ app }: Cast, days: number): string =>
  new Date(app.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

const fill = async (person: BrowserPerson, fields: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, value] of Object.entries(fields)) await person.page.locator(`main [name=${name}]`).fill(value);
};

/** Who acts is asked again; a code counts once, so an officer waits for the next one. */
const identify = async (cast: Cast, who: keyof Staff): Promise<void> => {
  if (OFFICERS.includes(who)) cast.app.clock.advance({ seconds: 60 });
  const person = await cast.as(who);
  cast.answers += 1;
  await person.identify();
};

/** HR writes the request for consent. */
export const prepareRequest = async (cast: Cast, name: string): Promise<BrowserPerson> => {
  const hr = await cast.as('hr');
  await openDossier(hr, name, 'Verzoek');
  for (const [field, value] of Object.entries(DRAFT)) await cast.type(hr.page.locator(`main [name=${field}]`), value);
  await cast.type(hr.page.locator('main [name=evaluationOn]'), dayIn(cast, 300));
  await cast.confirm(hr, 'Bewaar het verzoek');
  return hr;
};

/** HR asks the DPO; the DPO advises. */
export const advise = async (cast: Cast, name: string): Promise<void> => {
  const hr = await cast.as('hr');
  await openDossier(hr, name, 'Advies FG');
  await cast.confirm(hr, 'Vraag advies');
  await cast.app.runJobs();
  const dpo = await cast.as('dpo');
  await openDossier(dpo, name, 'Advies FG');
  await cast.pick(dpo.page.locator('main [name=advice][value=positive]'));
  await cast.type(dpo.page.locator('main [name=reasons]'), 'Het doel is duidelijk en de gegevens zijn beperkt.');
  await cast.confirm(dpo, 'Geef advies');
};

/** The director sends what HR wrote. */
export const sendRequest = async (cast: Cast, name: string): Promise<void> => {
  const director = await cast.as('director');
  await openDossier(director, name, 'Verzoek');
  await identify(cast, 'director');
  await cast.confirm(director, 'Verstuur het verzoek aan de OR');
  await cast.app.runJobs();
};

/** From the council's own page to the case. */
const openCase = async (cast: Cast, who: keyof Staff, name: string): Promise<BrowserPerson> => {
  const person = await cast.as(who);
  await openDossier(person, name, 'Zaak');
  return person;
};

/** The secretary records the meeting, the director says that he was there. */
export const meet = async (cast: Cast, name: string): Promise<void> => {
  const secretary = await openCase(cast, 'secretary', name);
  await secretary.click('Leg het overleg vast');
  const minutes = 'De OR vroeg wie er kijkt. De bestuurder legde dat uit.';
  await fill(secretary, { heldOn: dayIn(cast, 0), presentCouncil: 'Voorzitter en secretaris', presentEmployer: 'De bestuurder', minutes });
  await secretary.page.getByRole('button', { name: 'Leg het overleg vast' }).click();
  const director = await openCase(cast, 'director', name);
  await director.click('Bevestig het verslag van het overleg');
  await director.click('Bevestig het verslag');
};

/** The chair records that the council consents, the secretary confirms it. */
export const consent = async (cast: Cast, name: string): Promise<void> => {
  const chair = await openCase(cast, 'chair', name);
  await chair.page.locator('main a[href$="/decision"]').first().click();
  await chair.page.locator('main [name=decision][value=granted]').check();
  const reasons = 'Het doel is duidelijk en er is geen lichter middel.';
  await fill(chair, { reasons, decidedOn: dayIn(cast, 0), votesFor: '7', votesAgainst: '1', votesAbstained: '1' });
  await identify(cast, 'chair');
  await chair.page.getByRole('button', { name: 'Noteer het besluit' }).click();
  const secretary = await openCase(cast, 'secretary', name);
  await secretary.page.locator('main a[href$="/decision/confirm"]').first().click();
  await identify(cast, 'secretary');
  await secretary.page.getByRole('button', { name: 'Bevestig het besluit' }).click();
};

/** The employer decides; it takes effect so many days from now. */
export const decideFinally = async (cast: Cast, name: string, days: number): Promise<void> => {
  const director = await cast.as('director');
  await openDossier(director, name, 'Besluit werkgever');
  await fill(director, { text: 'Wij voeren dit volgsysteem in.', effectiveOn: dayIn(cast, days) });
  await identify(cast, 'director');
  await director.page.getByRole('button', { name: 'Leg het besluit vast' }).click();
  await cast.app.runJobs();
};

/** What HR writes and empties in the draft notice, by the code of the item, and what callers and visitors are told. */
export interface DraftNotice {
  readonly typed?: Readonly<Record<string, string>>;
  readonly empty?: readonly string[];
  readonly told?: readonly ('atStart' | 'purposesTold' | 'fullNoticeLink')[];
}
/** Texts that need no look are folded away. */
const unfold = ({ page }: BrowserPerson, field: string): Promise<void> =>
  page
    .locator('main details', { has: page.locator(`[name="${field}"]`) })
    .locator('summary')
    .first()
    .click();

export const draftNotice = async (cast: Cast, name: string, { typed = {}, empty = [], told = [] }: DraftNotice): Promise<BrowserPerson> => {
  const hr = await cast.as('hr');
  await openDossier(hr, name, 'Bericht');
  for (const [item, words] of [...Object.entries(typed), ...empty.map((item) => [item, ''] as const)]) {
    for (const field of await hr.page.locator(`main [name^="nl_${item}"], main [name^="en_${item}"]`).all()) {
      if (!(await field.isVisible())) await unfold(hr, (await field.getAttribute('name')) ?? '');
      await field.fill(words);
    }
  }
  for (const box of told) await hr.page.locator(`main [name=${box}]`).check();
  await hr.click('Bewaar het bericht');
  return hr;
};

export const publishNotice = async (cast: Cast, name: string): Promise<void> => {
  const hr = await cast.as('hr');
  await openDossier(hr, name, 'Bericht');
  await hr.page.locator('main form[action$="/publication"] button').click();
  await cast.app.runJobs();
};

/** Somebody in scope opens the notice. */
export const openNotice = async (person: BrowserPerson, name: string): Promise<void> => {
  await person.open('/me/notices');
  await person.page
    .locator('main')
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click();
};
