import { DeliveriesService } from '../../src/features/notices/deliveries.service.js';
import { NoticeReadingService } from '../../src/features/notices/notice-reading.service.js';
import { noticeFacts, NoticesService } from '../../src/features/notices/index.js';
import { noticeText } from '../../src/features/notices/notice-view.js';
import { ReadingService } from '../../src/features/notices/translations/reading.service.js';
import { TranslationService } from '../../src/features/notices/translations/translation.service.js';
import { readVersion } from '../../src/features/tools/index.js';
import { newId } from '../../src/kernel/ids.js';
import { Problem } from '../../src/kernel/problem.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import {
  actorOf,
  ChainSoFar,
  countingQueries,
  type GivenPerson,
  givenPerson,
  type GivenTool,
  givenTool,
  givenUnit,
  givenVersion,
} from '../support/given-notices.js';

const config = { baseUrl: 'https://countersign.example.org' };
let database: TestDatabase;
let clock: TestClock;
let notices: NoticesService;
let translations: TranslationService;
let readings: ReadingService;
let texts: NoticeReadingService;
let unit: string;
let hr: GivenPerson;
let reader: GivenPerson;
let tool: GivenTool;

beforeAll(async () => {
  database = await databaseFor('translations');
  await database.asOwner(`insert into organisation (name, jurisdiction, set_up_at) values ('Gemeente Voorbeeld', 'NL', now())`);
  await database.asOwner(
    `insert into organisation_facts (attribute, value, answered_by, answered_at) values ('workforceLanguages', '["nl", "pl"]', 'p_hr', now())`,
  );
});
afterAll(() => database.close());

beforeEach(async () => {
  clock = new TestClock('2026-03-02T09:00:00Z');
  const chain = new ChainSoFar();
  notices = new NoticesService(database.transactions, clock, new DeliveriesService(database.transactions, config), chain);
  translations = new TranslationService(database.transactions, clock, config, chain);
  readings = new ReadingService(database.transactions, clock, chain);
  texts = new NoticeReadingService(database.transactions, clock, chain);
  unit = await givenUnit(database);
  hr = await givenPerson(database, { unitId: await givenUnit(database), roles: ['hr_registrar'] });
  reader = await givenPerson(database, { unitId: unit });
  tool = await givenTool(database, { units: [unit] });
});

const asHr = () => actorOf(hr.id, 'hr_registrar');
const view = (of = tool, number = 1) => translations.view(of.toolId, number, 'pl');
const state = async () => (await view()).translation.standing.state;
const type = async (change: (text: string, place: string) => string = (text) => `PL ${text}`, number = 1): Promise<void> => {
  const { places, source } = await view(tool, number);
  const typed = places.map((one) => ({ place: one.place, text: change(one.source, one.place) }));
  await translations.save(asHr(), tool.toolId, number, 'pl', source, typed);
};
const ask = (person: GivenPerson = reader) => translations.ask(asHr(), tool.toolId, 1, 'pl', person.staffNumber);
const requestId = async (): Promise<string> => {
  const [row] = await database.asOwner('select id from notice_translation_requests where version_id = $1 order by asked_at desc limit 1', [
    tool.versionId,
  ]);
  return String(row?.['id']);
};
const answer = async (verdict: 'right' | 'wrong', remark = '', by: GivenPerson = reader): Promise<void> => {
  const id = await requestId();
  const { covers } = (await readings.look(actorOf(by.id), id)).translation.standing;
  await readings.answer(actorOf(by.id), id, { covers, verdict, remark });
};
const publish = (number = 1) => notices.publish(asHr(), tool.toolId, number, newId('i'));
const refusal = async (work: Promise<unknown>): Promise<readonly string[]> => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof Problem)) throw new Error(`Expected a refusal, found ${String(error)}`);
  return [...new Set([error.code, ...error.reasons.map(({ code }) => code)])];
};
const languagesIn = () =>
  database.transactions.read(async (tx) => {
    const version = await readVersion(tx, tool.versionId);
    return (await noticeFacts(tx, version, [version.fingerprint])).notice.languages;
  });

describe('a translation of a notice', () => {
  it('counts from the moment that another person found exactly these texts right', async () => {
    expect(await state()).toBe('empty');
    await type();
    expect(await state()).toBe('ready');
    await ask();
    expect(await state()).toBe('asked');
    expect(await languagesIn()).toEqual(['nl', 'en']);
    await answer('right');
    expect(await state()).toBe('reviewed');
    expect(await languagesIn()).toEqual(['nl', 'en', 'pl']);
  });
  it('is not sent before that, and is sent with it after', async () => {
    expect(await refusal(publish())).toEqual(['notice.incomplete', 'notice.language_missing']);
    await type();
    await ask();
    expect(await refusal(publish())).toEqual(['notice.incomplete', 'notice.language_missing']);
    await answer('right');
    await publish();
    const [row] = await database.asOwner('select id from notices where tool_id = $1', [tool.toolId]);
    const { notice } = await texts.read(asHr(), String(row?.['id']));
    const shown = noticeText({ ...notice, before: null }, { language: 'nl', other: 'pl' });
    expect(shown.language).toBe('pl');
    expect(shown.summary[0]).toEqual({ heading: 'PL Waarvoor', text: expect.stringMatching(/^PL /) as string });
    expect(shown.others.map(({ language }) => language)).toEqual(['nl', 'en']);
    const paper = await texts.paper(asHr(), String(row?.['id']), 'pl');
    expect(paper.pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
  it('does not count when the reader says that it is wrong, until it is mended and read again', async () => {
    await type();
    await ask();
    await answer('wrong', 'Dit is Tsjechisch');
    const { translation, names } = await view();
    expect(translation.standing).toMatchObject({ state: 'wrong', review: { remark: 'Dit is Tsjechisch' } });
    expect(names.get(reader.id)).toContain('Naam van');
    await type((text) => `Polski ${text}`);
    expect(await state()).toBe('ready');
    clock.advance({ minutes: 5 });
    await ask();
    await answer('right');
    expect(await state()).toBe('reviewed');
  });
  it('is out of date, in that place only, once the Dutch text changes', async () => {
    await type();
    await ask();
    await answer('right');
    await notices.save(asHr(), tool.toolId, 1, [{ item: 'N23', language: 'nl', text: 'U mag hiervan geen nadeel hebben.' }], null);
    expect((await view()).translation.standing).toMatchObject({ state: 'outdated', outdated: ['N23'] });
    expect(await languagesIn()).toEqual(['nl', 'en']);
    await notices.save(asHr(), tool.toolId, 1, [{ item: 'N23', language: 'en', text: 'No harm.' }], null);
    expect((await view()).translation.standing.outdated).toEqual(['N23']);
  });
  it('is not kept beside a Dutch text that its typist has not seen', async () => {
    const { places, source } = await view();
    await notices.save(asHr(), tool.toolId, 1, [{ item: 'N23', language: 'nl', text: 'Anders.' }], null);
    const typed = places.map(({ place }) => ({ place, text: 'x' }));
    expect(await refusal(translations.save(asHr(), tool.toolId, 1, 'pl', source, typed))).toEqual(['translation.source_changed']);
    await translations.save(asHr(), tool.toolId, 1, 'pl', (await view()).source, typed);
    expect(await state()).toBe('ready');
  });
  it('is offered again for the same Dutch in a later version, and must be read over again', async () => {
    await type();
    await ask();
    await answer('right');
    await givenVersion(database, tool.toolId, 2, { units: [unit] });
    const later = await view(tool, 2);
    expect(later.translation.standing.state).toBe('empty');
    expect(later.remembered.get('N10')).toMatch(/^PL /);
    expect(later.remembered.has('N22')).toBe(false);
    expect(await refusal(publish(2))).toContain('notice.language_missing');
  });
  it('of a language that nobody here reads does not exist', async () =>
    expect(await refusal(translations.view(tool.toolId, 1, 'fr'))).toEqual(['page.unknown']));
});

describe('who reads a translation over', () => {
  it('is never who typed any of it, not even past the service', async () => {
    await type();
    expect(await refusal(ask(hr))).toEqual(['input.unusable', 'page.self']);
    const second = await givenPerson(database, { unitId: unit, roles: ['hr_registrar'] });
    const typist = actorOf(second.id, 'hr_registrar');
    const { source } = await view();
    await translations.save(typist, tool.toolId, 1, 'pl', source, [{ place: 'N10', text: 'Nowe' }]);
    expect(await refusal(ask(second))).toEqual(['input.unusable', 'page.typist']);
    await ask();
    const id = await requestId();
    await translations.save(actorOf(reader.id, 'hr_registrar'), tool.toolId, 1, 'pl', source, [{ place: 'N10', text: 'Moje' }]);
    expect(await refusal(answer('right'))).toEqual(['translation.own']);
    await expect(
      database.dataSource.query(
        `insert into notice_translation_reviews (id, request_id, covers_hash, verdict, remark, reviewed_by, reviewed_at) values ('w', $1, 'x', 'right', '', $2, now())`,
        [id, reader.id],
      ),
    ).rejects.toThrow('notice_translation_reviews_another_person');
  });
  it('keeps whoever typed a text its typist when another saves the same', async () => {
    await type();
    const second = await givenPerson(database, { unitId: unit });
    const { source, translation } = await view();
    await translations.save(actorOf(second.id, 'hr_registrar'), tool.toolId, 1, 'pl', source, translation.rows);
    await ask(second);
    await answer('right', '', second);
    expect(await state()).toBe('reviewed');
  });
  it('is the one who was asked: for anyone else there is no such page', async () => {
    await type();
    await ask();
    const other = await givenPerson(database, { unitId: unit });
    expect(await refusal(readings.look(actorOf(other.id), await requestId()))).toEqual(['page.unknown']);
    expect(await refusal(readings.look(asHr(), await requestId()))).toEqual(['page.unknown']);
    expect(await readings.open(actorOf(reader.id))).toMatchObject([{ language: 'pl' }]);
    expect(await readings.open(actorOf(other.id))).toEqual([]);
    await answer('right');
    expect(await readings.open(actorOf(reader.id))).toEqual([]);
  });
  it('finds right what was shown, not what stands there since', async () => {
    await type();
    await ask();
    const id = await requestId();
    const { covers } = (await readings.look(actorOf(reader.id), id)).translation.standing;
    await type((text) => `Inne ${text}`);
    expect(await refusal(readings.answer(actorOf(reader.id), id, { covers, verdict: 'right', remark: '' }))).toEqual([
      'input.unusable',
      'reading.changed',
    ]);
    expect(await state()).toBe('asked');
  });
  it('is asked only when all of it is there, by a number that exists', async () => {
    await type((text, place) => (place === 'N10' ? '' : `PL ${text}`));
    expect(await refusal(ask())).toEqual(['translation.not_whole']);
    await type();
    expect(await refusal(translations.ask(asHr(), tool.toolId, 1, 'pl', '0'))).toEqual(['input.unusable', 'page.unknownPerson']);
    await ask();
    const mails = await database.asOwner(`select payload::text as payload from graphile_worker._private_jobs order by id desc limit 1`, []);
    const mail = JSON.parse(String(mails[0]?.['payload'])) as { subject: string; text: string };
    expect(mail.subject).toBe('Wilt u een vertaling nalezen?');
    expect(mail.text).not.toContain(tool.name);
  });
  it('answers once, however often the form is sent', async () => {
    await type();
    await ask();
    await answer('right');
    await answer('right');
    const id = await requestId();
    expect(await database.asOwner('select 1 from notice_translation_reviews where request_id = $1', [id])).toHaveLength(1);
  });
  it('cannot be taken back by whoever types the SQL', async () => {
    await expect(database.dataSource.query(`delete from notice_translation_reviews`)).rejects.toThrow();
    await expect(database.dataSource.query(`update notice_translation_requests set asked_person = 'x'`)).rejects.toThrow();
  });
});

it('reads a draft with as many queries for many translated texts as for none', async () => {
  const read = () => countingQueries(database, () => notices.draft(tool.toolId, 1));
  const none = await read();
  await type();
  await ask();
  await answer('right');
  expect(await read()).toBe(none);
});
