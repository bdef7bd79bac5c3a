import { instant } from '../../../kernel/clock.js';
import { aCount, anInstant, anyJson, aText, type Given, listOf, oneOf, orNull, record, yesOrNo } from '../../../platform/http/index.js';
import { attributeOf, GRADES, writersOf } from '../../../policy/index.js';
import { REACHES, STRICTER } from '../starters/starter.js';
import { askedIn, isList, type Section, type Values } from '../questionnaire/index.js';
import { needsConfirmation } from '../domain/confirmation.js';
import type { Version } from '../version.js';
import { DECLARED } from './declarations.shapes.js';
import type { VersionSummary } from '../versions.repository.js';

export const STARTED = record({ toolId: aText(), number: aCount('The number of the first version'), reference: aText() });
export const DONE = record({ reference: aText('The reference of the act, as people see it') });

export const VERSION_LINE = record({
  versionId: aText(),
  number: aCount(),
  fingerprint: aText(),
  registeredAt: orNull(anInstant()),
  fixedAt: orNull(anInstant('From here on what is in the fingerprint stays')),
});

export const VERSION = record({
  toolId: aText(),
  toolName: aText(),
  versionId: aText(),
  number: aCount(),
  fingerprint: aText('SHA-256 of everything that an approval rests on'),
  enforcement: oneOf(GRADES),
  isRenewal: yesOrNo(),
  registeredAt: orNull(anInstant()),
  fixedAt: orNull(anInstant()),
  answers: listOf(
    record({
      attribute: aText(),
      item: aText(),
      value: anyJson(),
      waitsForConfirmation: yesOrNo('Counts once another role has confirmed it'),
    }),
  ),
  capabilities: listOf(record({ code: aText(), can: yesOrNo(), on: orNull(yesOrNo()), reach: orNull(oneOf(REACHES)) })),
  settings: listOf(record({ name: aText(), value: aText(), meaningNl: aText(), meaningEn: aText(), stricterIs: orNull(oneOf(STRICTER)) })),
  units: listOf(aText('The id of a unit whose people are in scope')),
  files: listOf(record({ fileId: aText(), kind: aText(), item: aText(), name: aText() })),
  declarations: DECLARED,
});

export const SCOPE = record({
  units: listOf(record({ id: aText(), name: aText(), chosen: yesOrNo() })),
  staffNumbers: listOf(aText()),
  people: aCount('How many people are in scope today'),
});

export const QUESTIONS = record({
  questions: listOf(
    record({
      section: aText(),
      attribute: aText(),
      item: aText('The row of a list'),
      type: oneOf(['boolean', 'integer', 'number', 'text', 'day', 'one_of', 'many_of', 'list']),
      values: listOf(aText('What may be chosen')),
      owners: listOf(aText('The roles that may answer')),
      isAnswered: yesOrNo(),
      isProposed: yesOrNo('Not answered, and the example proposes a value; a proposal is no answer'),
      value: anyJson('The answer, or else what the example proposes. `null` is an answer too: none of these'),
    }),
  ),
});

const at = (instantOf: Date | null): string | null => (instantOf ? instant(instantOf) : null);

export const versionLine = ({ id, number, fingerprint, registeredAt, fixedAt }: VersionSummary): Given<typeof VERSION_LINE> => ({
  versionId: id,
  number,
  fingerprint,
  registeredAt: at(registeredAt),
  fixedAt: at(fixedAt),
});

export const shownVersion = (version: Version): Given<typeof VERSION> => ({
  toolId: version.toolId,
  toolName: version.toolName,
  versionId: version.id,
  number: version.number,
  fingerprint: version.fingerprint,
  enforcement: version.enforcement,
  isRenewal: version.isRenewal,
  registeredAt: at(version.registeredAt),
  fixedAt: at(version.fixedAt),
  answers: version.answers.map((answer) => ({
    attribute: answer.attribute,
    item: answer.item,
    value: answer.value,
    waitsForConfirmation: needsConfirmation(answer),
  })),
  capabilities: version.capabilityRows.map(({ code, can, on, reach }) => ({ code, can, on, reach })),
  settings: version.sheet.map(({ name, value, meaningNl, meaningEn, stricterIs }) => ({ name, value, meaningNl, meaningEn, stricterIs })),
  units: version.scope.units,
  files: version.files.map(({ fileId, kind, item, name }) => ({ fileId, kind, item, name })),
  declarations: version.declarations,
});

/** Every question that is asked now, with its answer or what the example proposes. */
export const questionsIn = (sections: readonly Section[], values: Values): Given<typeof QUESTIONS> => ({
  questions: sections.flatMap((section) =>
    askedIn(section.questions, values).map(({ question, item }) => {
      const attribute = isList(question) ? question.list : question.attribute;
      const { type = 'text', values: choices = [] } = attributeOf(attribute) ?? {};
      const isAnswered = values.isAnswered(attribute, item);
      const found = isList(question) ? values.items(attribute, item) : values.get(attribute, item);
      return {
        section: section.code,
        attribute,
        item,
        type,
        values: choices,
        owners: writersOf(attribute),
        isAnswered,
        isProposed: !isAnswered && found !== undefined,
        value: found ?? null,
      };
    }),
  ),
});
