import type { Problem } from '../../../kernel/problem.js';
import { readQuestion, type Searched } from './question.js';

const WHOLE = {
  subject: { type: 'agent', id: 'a_1', properties: { person: 'p_1', version: '1.4.0' } },
  action: { name: 'collect', properties: { measure: 'login_time' } },
  resource: { type: 'activation', id: 'act_1' },
  context: { time: '2026-03-07T10:05:00Z' },
};

const faultOf = (body: Record<string, unknown>, searched?: Searched): string => {
  try {
    readQuestion(body, searched);
  } catch (error) {
    const { status, reasons } = error as Problem;
    return `${status} ${reasons.map(({ code, field }) => `${field ?? ''} ${code}`).join()}`;
  }
  return 'none';
};

describe('a question', () => {
  it('is read with its hints', () =>
    expect(readQuestion(WHOLE)).toEqual({
      subject: { type: 'agent', id: 'a_1', person: 'p_1' },
      action: { name: 'collect', measure: 'login_time' },
      resource: { type: 'activation', id: 'act_1', person: null },
    }));

  it('passes over members that it does not know, and hints of another type', () => {
    expect(faultOf({ ...WHOLE, extra: [1], subject: { ...WHOLE.subject, more: 1, properties: { person: 5 } } })).toBe('none');
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no subject', { subject: undefined }, '400 subject field.isDefined'],
    ['no action', { action: undefined }, '400 action field.isDefined'],
    ['no resource', { resource: undefined }, '400 resource field.isDefined'],
    ['a subject that is a text', { subject: 'x' }, '400 subject field.isObject'],
    ['a subject that is null', { subject: null }, '400 subject field.isObject'],
    ['a list as resource', { resource: [] }, '400 resource field.isObject'],
    ['a subject without a type', { subject: { id: 'x' } }, '400 subject.type field.isDefined'],
    ['a subject without an id', { subject: { type: 'x' } }, '400 subject.id field.isDefined'],
    ['a number as id', { resource: { type: 'x', id: 1 } }, '400 resource.id field.isString'],
    ['an action without a name', { action: {} }, '400 action.name field.isDefined'],
    ['a boolean as name', { action: { name: true } }, '400 action.name field.isString'],
    ['properties that are a list', { subject: { ...WHOLE.subject, properties: [] } }, '400 subject.properties field.isObject'],
    ['properties that are null', { action: { name: 'x', properties: null } }, '400 action.properties field.isObject'],
    ['a context that is a text', { context: 'now' }, '400 context field.isObject'],
  ])('is refused with %s, naming it', (_what, change, fault) => expect(faultOf({ ...WHOLE, ...change })).toBe(fault));

  it.each<[Searched, Record<string, unknown>]>([
    ['subject', { subject: { type: 'agent' } }],
    ['resource', { resource: { type: 'activation' } }],
    ['action', { action: undefined }],
  ])('needs no id of the %s that is searched, and ignores one', (searched, change) => {
    expect(faultOf({ ...WHOLE, ...change }, searched)).toBe('none');
    expect(readQuestion(WHOLE, searched)).toMatchObject({ [searched]: searched === 'action' ? { name: '' } : { id: '' } });
    expect(faultOf({ ...WHOLE, ...change })).not.toBe('none');
  });
});
