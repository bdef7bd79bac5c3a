import type { Actor } from '../../kernel/actor.js';
import { GRADES } from '../../policy/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { explain } from '../../platform/http/index.js';
import { mayWrite } from './questionnaire/read-answers.js';
import type { Section } from './questionnaire/question.js';
import type { Beside } from './registration.service.js';
import type { Enforcement } from './version.js';

const UNITS = 'tool.scope.units|';
const PERSONS = 'tool.scope.persons|';
const KEEPERS: readonly string[] = ['tool_owner', 'it_admin'];

export interface ReadBeside {
  /** The body without the fields that were read here. */
  readonly body: Record<string, unknown>;
  readonly beside: Beside;
  readonly typed: {
    readonly scope?: { readonly chosen: readonly string[]; readonly staffNumbers: readonly string[] };
    readonly enforcement?: Enforcement | null;
  };
  readonly errors: readonly FieldError[];
}

const texts = (raw: unknown): string[] => [raw].flat().filter((one): one is string => typeof one === 'string');

const readScope = (body: Record<string, unknown>): ReadBeside => {
  const { [UNITS]: units, [PERSONS]: persons, ...rest } = body;
  const staffNumbers = texts(persons)
    .join('\n')
    .split(/[\s,;]+/)
    .filter((one) => one !== '')
    .map((one) => one.slice(0, 60));
  const chosen = texts(units);
  return { body: rest, beside: { scope: { units: chosen, staffNumbers } }, typed: { scope: { chosen, staffNumbers } }, errors: [] };
};

const readEnforcement = (body: Record<string, unknown>, actor: Actor): ReadBeside => {
  const { enforcement, ...rest } = body;
  const grade = GRADES.find((one) => one === enforcement);
  if (grade) return { body: rest, beside: { enforcement: grade }, typed: { enforcement: grade }, errors: [] };
  const error = { field: 'enforcement', text: explain({ code: 'field.choice' }, actor.language).title };
  return { body: rest, beside: {}, typed: { enforcement: null }, errors: [error] };
};

/** What stands on a page of questions beside them: who is in scope, and how the tool is held. Read only from whoever owns it. */
export const readBeside = (section: Section, body: Record<string, unknown>, actor: Actor): ReadBeside => {
  if (section.code === 'who' && mayWrite(actor.role, 'tool.scope.units')) return readScope(body);
  if (section.code === 'security' && KEEPERS.includes(actor.role)) return readEnforcement(body, actor);
  return { body, beside: {}, typed: {}, errors: [] };
};
