import type { Language } from '../../kernel/actor.js';
import { formatDay, text } from '../../platform/i18n/index.js';
import { beyondOf, type MachineLimit } from '../../policy/index.js';
import { promiseState } from '../consultation/index.js';
import { beyondText, compiledTexts, limitText } from '../tools/index.js';
import { gateLimitsCatalogue } from './limits.catalogue.js';
import type { Gate } from './read-gate.js';
import type { ConditionLine } from './web/conditions-part.js';

type Condition = Gate['consultation']['conditions'][number];

const limitLine = (said: string, limit: MachineLimit, gate: Gate, language: Language): ConditionLine => {
  const over = beyondOf(limit, gate.dossier);
  return {
    text: said,
    compiled: limitText(limit, language),
    stand: over.length === 0 ? 'within' : 'over',
    over: over.map((one) => beyondText(one, language)),
  };
};
const conditionLine = (condition: Condition, gate: Gate, language: Language): ConditionLine => {
  if (condition.limit) return limitLine(condition.text, condition.limit, gate, language);
  const due = condition.dueOn ? formatDay(condition.dueOn, language) : '';
  return {
    text: condition.text,
    compiled: text(gateLimitsCatalogue, language)('promise', { owner: condition.promiseOwner ?? '', due }),
    stand: promiseState(condition, gate.dossier.today ?? ''),
    over: [],
  };
};

/** Every condition of the consent that stands and every limit of the DPO: the words, what the system keeps, and how this version stands. */
export const conditionLines = (gate: Gate, language: Language): readonly ConditionLine[] => {
  const t = text(gateLimitsCatalogue, language);
  return [
    ...gate.consultation.conditions.map((condition) => conditionLine(condition, gate, language)),
    ...gate.assessment.limits.map((limit) => limitLine(t('dpo'), limit, gate, language)),
  ];
};

/** All of it taken together, in sentences. */
export const limitLines = (gate: Gate, language: Language): readonly string[] => compiledTexts(gate.limits, language);

const UNKEPT = ['broken', 'overdue'];

/** Which setting of this version goes over a condition of the council, and which promise was not kept. */
export const overLines = (gate: Gate, language: Language): readonly string[] => {
  const t = text(gateLimitsCatalogue, language);
  return gate.consultation.conditions.flatMap((condition) => {
    const line = conditionLine(condition, gate, language);
    if (UNKEPT.includes(line.stand)) return [t('over.promise', { text: line.text })];
    return line.over.map((found) => t('over', { found }));
  });
};
