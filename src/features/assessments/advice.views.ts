import type { Actor, Language } from '../../kernel/actor.js';
import { type Clock, dayOf, type Day } from '../../kernel/clock.js';
import { text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { attributeOf } from '../../policy/index.js';
import { answeredValues, limitChoices, needsConfirmation, type StoredAnswer, type Version } from '../tools/index.js';
import { adviceCatalogue } from './advice.catalogue.js';
import { ofVersion } from './assessments.views.js';
import type { AdviceModel } from './conditions.service.js';
import type { AdviceFault, TypedAdvice } from './domain/advice-form.js';
import { isOverdue } from './domain/advice-terms.js';
import { findingsOf } from './read-assessment.js';
import type { AdviceShowProps } from './web/advice-show-page.js';
import type { GiveAdvicePageProps } from './web/give-advice-page.js';

export interface Today {
  readonly day: Day;
  readonly equated: readonly Day[];
}
export const todayOf = (clock: Clock, equated: readonly Day[]): Today => ({ day: dayOf(clock.now()), equated });

const waits = ({ found: { request, advice } }: AdviceModel): boolean => request !== null && advice?.requestId !== request.id;

export const showProps = (model: AdviceModel, actor: Actor, today: Today): AdviceShowProps => {
  const { version, found, carriage } = model;
  return {
    of: ofVersion(version),
    role: actor.role,
    isFixed: found.fixing !== null,
    askedAt: found.request?.askedAt ?? null,
    waits: waits(model),
    overdue: found.request !== null && isOverdue(dayOf(found.request.askedAt), today.day, today.equated),
    advice: found.advice,
    inherited: model.inherited,
    deviations: found.deviations,
    conditions: model.conditions,
    carriage,
    amends: version.amends,
    comments: model.shown,
  };
};

/** What waits for the DPO to confirm it. */
export const unconfirmedOf = (version: Version): readonly StoredAnswer[] =>
  version.answers.filter((answer) => needsConfirmation(answer) && attributeOf(answer.attribute)?.confirmedBy === 'dpo');

const answerTo = (version: Version, attribute: string) => version.answers.find((one) => one.attribute === attribute)?.value;
export const giveProps = (model: AdviceModel, actor: Actor, typed: TypedAdvice): GiveAdvicePageProps => {
  const { version, found } = model;
  const measure = answerTo(version, 'assessment.parityException.securityMeasure');
  const endorsed = answerTo(version, 'assessment.parityException.dpoEndorsed');
  return {
    of: ofVersion(version),
    versionId: version.id,
    role: actor.role,
    typed,
    choices: limitChoices(model.dossier, actor.language),
    askedAt: found.request?.askedAt ?? version.createdAt,
    fingerprint: version.fingerprint,
    waits: waits(model),
    advice: found.advice,
    findings: findingsOf(version, model.dossier),
    values: answeredValues(version),
    notes: model.notes,
    risks: model.risks,
    names: model.names,
    comments: model.comments,
    conditions: model.conditions,
    own: {
      versionId: version.id,
      measure: typeof measure === 'string' ? measure : null,
      endorsed: typeof endorsed === 'boolean' ? endorsed : null,
      unconfirmed: unconfirmedOf(version),
      lowered: model.lowered,
    },
  };
};

export const adviceErrors = (faults: readonly AdviceFault[], language: Language): FieldError[] =>
  faults.map(({ field, code }) => ({
    field: code === 'field.unknown' ? '' : field,
    text: text(adviceCatalogue, language)(`fault.${code}`),
  }));
