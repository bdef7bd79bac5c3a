import { SUPPLIER } from '../questions/supplier.catalogue.js';
import { WHO } from '../questions/who.catalogue.js';
import { HOW } from '../questions/how.catalogue.js';
import { editedRows } from './edit-rows.js';
import { openFor, openQuestions } from './open-questions.js';
import { readAnswers, type Reader } from './read-answers.js';
import { type GivenAnswer, valuesOf } from './values.js';

const reader = (role: Reader['role'], answers: readonly GivenAnswer[] = []): Reader => ({
  role,
  language: 'nl',
  values: valuesOf(answers),
});
const HR = reader('hr_registrar');
const SUPPLIER_BODY = {
  _csrf: 'x',
  'tool.vendor|': 'Aanmeld BV',
  'tool.version|': '1',
  'processors|': 'r1',
  'processors[].name|r1': 'Aanmeld BV',
  'processors[].country|r1': 'NL',
  'processors[].ownPurposes|r1': 'no',
  'processors[].subprocessors|r1': 'r1.s1',
  'processors[].subprocessors[].name|r1.s1': 'Wolk BV',
  'processors[].subprocessors[].country|r1.s1': 'IE',
  'transfers|': '',
  'tool.vendorClaims|': '',
};

describe('a section of questions that was sent in', () => {
  it('becomes answers by their types, rows of lists and of lists in lists', () => {
    const read = readAnswers(SUPPLIER, SUPPLIER_BODY, HR);
    expect(read.ok).toBe(true);
    const answers = read.ok ? Object.fromEntries(read.answers.map(({ attribute, item, value }) => [`${attribute}|${item}`, value])) : {};
    expect(answers).toMatchObject({
      'tool.vendor|': 'Aanmeld BV',
      'processors|': ['r1'],
      'processors[].ownPurposes|r1': false,
      'processors[].subprocessors|r1': ['r1.s1'],
      'processors[].subprocessors[].country|r1.s1': 'IE',
      'transfers|': [],
    });
  });

  it('leaves open what is empty', () => {
    const read = readAnswers(SUPPLIER, { ...SUPPLIER_BODY, 'tool.version|': '' }, HR);
    expect(read.ok && read.answers.find(({ attribute }) => attribute === 'tool.version')).toEqual({ attribute: 'tool.version', item: '' });
  });

  it('refuses what another role owns, naming who fills it in', () => {
    const read = readAnswers(HOW, { 'capture.audio|': 'no' }, HR);
    expect(read.ok ? [] : read.errors).toEqual([
      {
        field: 'capture.audio|',
        code: 'attribute.other-owner',
        text: 'Dit wordt ingevuld door: Eigenaar van het volgsysteem of IT-beheer',
      },
    ]);
  });

  it('refuses fields that it did not ask', () => {
    for (const field of ['tool.category|', 'dossier.versionHash|', 'representation.decision|', 'x', '__proto__x', 'processors[].name|r9']) {
      const read = readAnswers(SUPPLIER, { ...SUPPLIER_BODY, [field]: 'yes' }, HR);
      expect([field, read.ok]).toEqual([field, false]);
    }
  });

  it.each([
    ['processors|', 'r1 r1'],
    ['processors|', '../../etc'],
    ['processors|', "r1'; drop table answers; --"],
    ['processors[].subprocessors|r1', 'r2.s1'],
    ['processors[].ownPurposes|r1', 'perhaps'],
    ['tool.vendor|', 'x'.repeat(201)],
    ['tool.vendor|', 'a\u0000b'],
    ['tool.vendor|', ['a', 'b']],
    ['tool.vendor|', { deep: {} }],
  ])('names the field %s when it cannot be used', (field, value) => {
    const read = readAnswers(SUPPLIER, { ...SUPPLIER_BODY, [field]: value }, HR);
    expect(read.ok).toBe(false);
    expect(read.ok ? [] : read.errors.map((error) => error.field)).toContain(field);
  });

  it('keeps what was typed, usable or not', () => {
    const read = readAnswers(SUPPLIER, { ...SUPPLIER_BODY, 'processors[].ownPurposes|r1': 'perhaps', 'tool.vendor|': 'Nieuw BV' }, HR);
    expect(read.values.get('processors[].ownPurposes', 'r1')).toBe('perhaps');
    expect(read.values.get('tool.vendor', '')).toBe('Nieuw BV');
    expect(read.values.items('processors', '')).toEqual(['r1']);
  });
});

describe('the buttons of a list', () => {
  it('add a row with a key of its own and keep what was typed', () => {
    const values = editedRows(SUPPLIER, { ...SUPPLIER_BODY, _add: 'processors|', 'tool.vendor|': 'Getypt BV' }, HR);
    expect(values?.items('processors', '')).toEqual(['r1', 'r2']);
    expect(values?.get('tool.vendor', '')).toBe('Getypt BV');
    const inner = editedRows(SUPPLIER, { ...SUPPLIER_BODY, _add: 'processors[].subprocessors|r1' }, HR);
    expect(inner?.items('processors[].subprocessors', 'r1')).toEqual(['r1.s1', 'r1.r1']);
  });

  it('take a row away', () => {
    expect(editedRows(SUPPLIER, { ...SUPPLIER_BODY, _remove: 'processors|r1' }, HR)?.items('processors', '')).toEqual([]);
    const inner = editedRows(SUPPLIER, { ...SUPPLIER_BODY, _remove: 'processors[].subprocessors|r1.s1' }, HR);
    expect(inner?.items('processors[].subprocessors', 'r1')).toEqual([]);
  });

  it('do nothing to a list that is another role’s or does not exist', () => {
    expect(editedRows(SUPPLIER, { _add: 'processors|' }, reader('it_admin'))?.items('processors', '')).toEqual([]);
    expect(editedRows(SUPPLIER, { ...SUPPLIER_BODY, _add: 'capture.modes|' }, HR)?.items('processors', '')).toEqual(['r1']);
    expect(editedRows(SUPPLIER, SUPPLIER_BODY, HR)).toBeNull();
  });
});

describe('what is still open', () => {
  it('counts questions without an answer; a proposal is none', () => {
    const proposed = valuesOf([], [{ attribute: 'tool.vendor', item: '', value: 'Aanmeld BV' }]);
    expect(openQuestions([SUPPLIER], proposed).map(({ attribute }) => attribute)).toContain('tool.vendor');
    const read = readAnswers(SUPPLIER, SUPPLIER_BODY, HR);
    const answers = read.ok
      ? read.answers.flatMap(({ attribute, item, value }) => (value === undefined ? [] : [{ attribute, item, value }]))
      : [];
    expect(openFor(openQuestions([SUPPLIER], valuesOf(answers)), 'hr_registrar')).toEqual([]);
  });

  it('asks what only applies to some tools only there', () => {
    const asked = (devices: readonly string[]) =>
      openQuestions([WHO], valuesOf([{ attribute: 'tool.deviceOwnership', item: '', value: devices }])).map(({ attribute }) => attribute);
    expect(asked(['employer'])).not.toContain('tool.containerised');
    expect(asked(['employer', 'private'])).toContain('tool.containerised');
  });
});
