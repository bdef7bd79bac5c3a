import { dayOf } from '../../src/kernel/clock.js';
import { sha256 } from '../../src/kernel/canonical.js';
import { newId } from '../../src/kernel/ids.js';
import { Problem } from '../../src/kernel/problem.js';
import type { CouncilDecision } from '../../src/features/consultation/domain/case-file.js';
import { PaperService } from '../../src/features/consultation/papers/paper.service.js';
import { SignedPaperService } from '../../src/features/consultation/papers/signed/signed-papers.service.js';
import { paperCode } from '../../src/features/consultation/papers/domain/paper-code.js';
import { councilFacts } from '../support/council-facts.js';
import { AnnualService } from '../../src/features/reports/annual.service.js';
import { annualPaper } from '../../src/features/reports/annual.views.js';
import { readVersion, type Version } from '../../src/features/tools/index.js';
import { sqlState } from '../../src/platform/database/index.js';
import { inLanguage, pdfOf } from '../../src/platform/pdf/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { ATTACHED, type Consultation, consultationOn } from '../support/given-consultation.js';
import { actorOf, givenStaff, identityAt, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';
import { textOf } from '../support/pdf-text.js';

const PDF = Buffer.from('%PDF-1.4 scan %%EOF');
const DRAFT = {
  intendedDecision: 'Wij willen de aanmeldregistratie invoeren.',
  reasons: 'Klanten wachten te lang.',
  consequences: 'Van iedereen wordt het moment van inloggen vastgelegd.',
  grounds: ['k', 'l'],
  alsoAdvice: false,
  intendedStartOn: null,
  evaluationOn: '2027-03-01',
};
const HELD = { minutes: 'Wij bespraken het plan.', minutesFile: null, presentCouncil: 'De OR', presentEmployer: 'De bestuurder' };
const PROMISE = { text: 'Evalueer met de OR', limit: null, promiseOwner: 'HR', dueOn: '2026-06-01' };
const GRANTED = {
  decision: 'granted_with_conditions',
  reasons: 'Het plan is beperkt.',
  votesFor: 7,
  votesAgainst: 1,
  votesAbstained: 1,
  expiresOn: null,
  conditions: [PROMISE],
} as const;
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      return error.reasons[0]?.code ?? error.code;
    },
  );

/** A line of a paper may break at any dash. */
const unbroken = (printed: string): string => printed.replace(/\s+/g, '');

describe('the papers of a case', () => {
  let database: TestDatabase;
  let house: Consultation;
  let staff: Staff;
  let version: Version;
  let requestId: string;
  const clock = new TestClock('2026-03-02T09:00:00Z');
  const press = () => {
    clock.advance({ minutes: 1 });
    return { identity: identityAt(clock.now()), key: newId('i') };
  };
  const record = async (who: 'chair' | 'secretary' = 'secretary'): Promise<string> => {
    const typed = { ...GRANTED, decidedOn: dayOf(clock.now()) };
    return (await house.decisions.recordDecision(actorOf(staff[who]), requestId, typed, press())).decisionId;
  };
  const upload = (decisionId: string, who: keyof Staff = 'secretary', scan = {}): Promise<string> =>
    codeOf(
      house.signatures.upload(
        actorOf(staff[who]),
        requestId,
        decisionId,
        { signedBy: staff.chair.id, bytes: PDF, name: 'scan.pdf', ...scan },
        press().identity,
      ),
    );
  const signature = async (): Promise<{ id: string; code: string }> => {
    const [row] = await database.asOwner('select id, code from paper_signatures order by written_as desc limit 1');
    return { id: String(row?.['id']), code: paperCode(String(row?.['code'])) };
  };
  const check = async (who: keyof Staff, code?: string): Promise<string> => {
    const found = await signature();
    return codeOf(house.signatures.confirm(actorOf(staff[who]), requestId, found.id, code ?? found.code, press()));
  };
  const decisionNow = async (): Promise<CouncilDecision | null> =>
    (await house.signatures.checkForm(actorOf(staff.member), requestId)).decision;
  const facts = () =>
    database.transactions.read(async (tx) =>
      councilFacts(tx, await readVersion(tx, version.id), [version.fingerprint], clock.now(), ATTACHED),
    );
  const pdf = async (paper: Parameters<Consultation['papers']['read']>[2], language: 'nl' | 'en' = 'nl', as?: 'mailed'): Promise<Buffer> =>
    (await house.papers.read(actorOf(staff.director), requestId, paper, language, as)).pdf;

  beforeAll(async () => {
    database = await databaseFor('papers');
    house = await consultationOn(database, clock);
    staff = await database.transactions.run(givenStaff);
    version = await database.transactions.run((tx) =>
      givenTool(tx, clock.now(), { name: 'Aanmelden', unitIds: [staff.employee.unitId], until: 'fixed' }),
    );
    await house.requests.prepare(actorOf(staff.hr), version.toolId, 1, DRAFT);
    requestId = (await house.requests.send(actorOf(staff.director), version.toolId, 1, press())).requestId;
    await house.meetings.recordMeeting(actorOf(staff.secretary), requestId, { ...HELD, heldOn: dayOf(clock.now()) });
    const [row] = await database.asOwner('select id from meetings where request_id = $1', [requestId]);
    await house.meetings.confirmPresence(actorOf(staff.director), requestId, String(row?.['id']));
  });
  afterAll(async () => {
    await house.close();
    await database.close();
  });
  beforeEach(() => database.asOwner('update accounts set totp_last_step = null'));

  it('have no decision and no sheet to sign before one was written down', async () => {
    expect(await codeOf(pdf('decision'))).toBe('page.unknown');
    expect(await codeOf(pdf('sheet'))).toBe('page.unknown');
    expect(textOf(await pdf('bundle'))).toContain('Wij willen de aanmeldregistratie invoeren.');
    expect(textOf(await pdf('minutes'))).toContain('Wij bespraken het plan.');
  });

  it('print the decision to sign with its code, and take a scan only of an officer who is neither of the others', async () => {
    const decisionId = await record();
    expect(await upload(decisionId, 'member')).toBe('act.not-yours');
    expect(await upload(decisionId, 'secretary', { signedBy: staff.secretary.id })).toBe('paper.other-signer');
    expect(await upload(decisionId, 'secretary', { signedBy: staff.member.id })).toBe('paper.other-signer');
    expect(await upload(decisionId, 'secretary', { signedBy: staff.director.id })).toBe('paper.other-signer');
    expect(await upload(decisionId, 'chair')).toBe('paper.other-signer');
    expect(await upload(decisionId, 'secretary', { name: 'scan.docx' })).toBe('paper.kind');
    expect(await upload(decisionId, 'secretary', { name: 'scan.png' })).toBe('file.other-content');
    expect(await upload(decisionId, 'secretary', { bytes: Buffer.alloc(10_485_761, '%PDF-') })).toBe('file.too-large');
    expect(await upload('d_other')).toBe('decision.not-waiting');
    expect(await upload(decisionId)).toBe('done');
    expect(textOf(await pdf('sheet'))).toContain(`Code van dit papier: ${(await signature()).code}`);
    expect(await upload(decisionId)).toBe('paper.waiting');
    expect((await facts()).checks.E9.code).toBe('decision.unconfirmed');
  });

  it('count only when a member compared them: not who wrote, signed or added, nor anyone outside the body', async () => {
    for (const who of ['secretary', 'chair'] as const) expect([who, await check(who)]).toEqual([who, 'paper.same-person']);
    for (const who of ['director', 'hr', 'dpo', 'employee'] as const) expect([who, await check(who)]).toEqual([who, 'act.not-yours']);
    expect(await check('member', '0000-0000')).toBe('paper.code-other');
    expect((await facts()).checks.E9.holds).toBe(false);
    const rows = [(await signature()).id, staff.secretary.id];
    const past = database.dataSource.query(`insert into paper_signature_confirmations values ($1, $2, 'or_secretary', now())`, rows);
    expect(await past.then(() => 'done', sqlState)).toBe('23514');
  });

  it('can be turned down, and added again', async () => {
    const { id } = await signature();
    expect(await codeOf(house.signatures.reject(actorOf(staff.member), requestId, id, 'Onleesbaar'))).toBe('done');
    expect(await check('member')).toBe('paper.not-waiting');
    expect(await upload((await decisionNow())?.id ?? '')).toBe('done');
    expect((await signature()).id).not.toBe(id);
  });

  it('are from then on shown as signed by hand, on every paper and in the proof of the gate', async () => {
    expect(await check('member')).toBe('done');
    const { checks, proofs } = await facts();
    expect([checks.E9.holds, proofs.paperSignatureId]).toEqual([true, (await signature()).id]);
    expect(textOf(await pdf('decision'))).toContain('Handmatig ondertekend');
    expect(textOf(await pdf('decision', 'en'))).toContain('Signed by hand');
    expect(await check('member')).toBe('paper.not-waiting');
    const signed = await pdf('decision');
    expect(textOf(signed)).toMatch(/Ondertekend door : Persoon \S+, Voorzitter van de ondernemingsraad/);
    for (const said of ['Op papier ondertekend', 'scan.pdf', sha256(PDF), 'zonder dit deel gemaild'])
      expect(textOf(signed)).toContain(said);
    expect([signed.includes('/EmbeddedFile'), (await pdf('decision', 'nl', 'mailed')).includes('/EmbeddedFile')]).toEqual([true, false]);
  });

  it('are given back byte for byte as they were mailed, in both languages', async () => {
    const [decision] = await database.asOwner('select id from council_decisions');
    expect(decision).toBeDefined();
    const [condition] = await database.asOwner('select id from decision_conditions');
    await house.finals.decide(
      actorOf(staff.director),
      version.toolId,
      1,
      { text: 'Wij voeren het in.', effectiveOn: dayOf(clock.now()), takesOver: [String(condition?.['id'])] },
      press(),
    );
    for (const [paper, act] of [
      ['minutes', 'meeting.recorded'],
      ['decision', 'decision.confirmed'],
      ['letter', 'final-decision.taken'],
    ] as const) {
      const [mailed] = await database.asOwner(
        `select m.document_hash as nl, t.document_hash as en from council_mailings m join council_mailing_translations t on t.mailing_id = m.id where m.act = $1`,
        [act],
      );
      expect([paper, sha256(await pdf(paper, 'nl', 'mailed')), sha256(await pdf(paper, 'en', 'mailed'))]).toEqual([
        paper,
        mailed?.['nl'],
        mailed?.['en'],
      ]);
    }
    const letter = textOf(await pdf('letter'));
    expect(letter).toContain('Van: de bestuurder Aan: de ondernemingsraad Datum: 2 maart 2026 Wij voeren het in.');
    expect(letter).toContain('Dossier: Aanmelden, versie 1');
    expect(textOf(await pdf('letter', 'en'))).toContain('To: the works council');
  });

  it('can each be signed with a pen: a scan counts when a second member read the reference from it', async () => {
    const signed = new SignedPaperService(database.transactions, clock, new PaperService(database.transactions));
    const add = (who: keyof Staff, paper: 'letter' | 'minutes' | 'nullity', name = 'scan.pdf'): Promise<string> =>
      codeOf(signed.add(actorOf(staff[who]), requestId, paper, { side: 'both', bytes: PDF, name }, press().identity));
    const read = (who: keyof Staff = 'member') => signed.read(actorOf(staff[who]), requestId, 'letter');
    const on = { requestId, paper: 'letter' } as const;
    const confirm = async (who: keyof Staff, code: string): Promise<string> => {
      const signedId = (await read()).scans.at(-1)?.id ?? '';
      return codeOf(signed.confirm(actorOf(staff[who]), on, { signedId, code }, press().identity));
    };
    expect(await add('director', 'letter')).toBe('act.not-yours');
    expect(await add('secretary', 'nullity')).toBe('page.unknown');
    expect(await add('secretary', 'letter', 'scan.docx')).toBe('paper.kind');
    expect(await add('secretary', 'letter')).toBe('done');
    expect(await add('member', 'letter')).toBe('paper.waiting');
    const { waiting, mayCheck } = await read();
    const printed = waiting?.paperReference ?? '';
    expect(textOf(await pdf('letter'))).toContain(printed);
    expect([mayCheck, (await read('secretary')).mayCheck, (await read('director')).mayCheck]).toEqual([true, false, false]);
    expect(await confirm('secretary', printed)).toBe('paper.same-person');
    expect(await confirm('director', printed)).toBe('act.not-yours');
    expect(await confirm('member', '0000-0000')).toBe('paper.reference-other');
    const past = database.dataSource.query(`insert into signed_paper_ends values ($1, 'confirmed', null, $2, 'or_secretary', now())`, [
      waiting?.id,
      staff.secretary.id,
    ]);
    expect(await past.then(() => 'done', sqlState)).toBe('23514');
    expect(await codeOf(signed.reject(actorOf(staff.member), on, waiting?.id ?? '', 'Onleesbaar'))).toBe('done');
    expect(await confirm('member', printed)).toBe('paper.not-waiting');
    expect(await add('member', 'letter')).toBe('done');
    expect(textOf(await pdf('letter'))).not.toContain('Op papier ondertekend');
    const asMailed = sha256(await pdf('letter'));
    expect(await confirm('chair', printed.toLowerCase())).toBe('done');
    expect((await read('director')).scans.map(({ outcome }) => outcome)).toEqual(['rejected', 'confirmed']);
    const [dutch, english] = [await pdf('letter'), await pdf('letter', 'en')];
    for (const said of ['Op papier ondertekend', 'De raad en de werkgever', 'scan.pdf', sha256(PDF), asMailed, printed])
      expect(unbroken(textOf(dutch))).toContain(unbroken(said));
    expect([textOf(dutch).match(/Naam van het bestand/g)?.length, dutch.includes('/EmbeddedFile')]).toEqual([1, true]);
    for (const said of ['Signed on paper', 'The scan is an attachment inside this PDF']) expect(textOf(english)).toContain(said);
    expect(sha256(await pdf('letter', 'nl', 'mailed'))).toBe(asMailed);
    const overview = await new AnnualService(database.transactions, clock).read(2026);
    expect(overview.annual.signed.map(({ paper, side, sha256: print }) => [paper, side, print])).toEqual([
      ['decision', 'council', sha256(PDF)],
      ['letter', 'both', sha256(PDF)],
    ]);
    const printedYear = textOf(await pdfOf(annualPaper(overview)));
    expect(unbroken(printedYear)).toContain(unbroken(`Brief van de werkgever over Aanmelden (kenmerk ${printed})`));
    expect(printedYear).not.toContain('Persoon');
    expect(textOf(await pdfOf(inLanguage(annualPaper(overview), 'en')))).toContain('Decision of the council on Aanmelden');
    expect((await signed.scan(actorOf(staff.member), on, (await read()).scans[0]?.id ?? '')).bytes).toEqual(PDF);
  });

  it('and the timeline name one act by one reference', async () => {
    const rows = await database.asOwner(
      `select m.act, m.reference, e.type from council_mailings m left join evidence_entries e on e.reference = m.reference where m.tool_id is not null`,
    );
    expect(rows.length).toBeGreaterThan(6);
    for (const row of rows) expect(row['type']).toBe(row['act']);
  });
});
