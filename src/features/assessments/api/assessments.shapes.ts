import { aCount, aDay, anyJson, aText, listOf, oneOf, orNull, record, yesOrNo } from '../../../platform/http/index.js';
import { LIMIT_KINDS } from '../../../policy/index.js';
import { ADVICES } from '../domain/advice-form.js';
import { GRADES } from '../domain/residual-risk.js';
import { SECTIONS } from '../domain/sections.js';

export const DONE = record({ reference: aText('The reference of the act, as people see it') });

export const ASSESSMENT = record({
  sections: listOf(record({ section: oneOf(SECTIONS), isFinished: yesOrNo() })),
  findings: listOf(
    record({ section: aText(), rule: aText('The rule that is not met'), blocks: yesOrNo('False: it warns'), attribute: orNull(aText()) }),
    'What the law says of the answers so far',
  ),
  residualRisk: orNull(oneOf(GRADES)),
  reviewProposed: aDay(),
  reviewLatest: aDay(),
  isAdviceAsked: yesOrNo(),
});

const GRADE = oneOf(GRADES);
export const RISKS = record({
  risks: listOf(record({ who: aText(), what: aText(), chance: GRADE, harm: GRADE, measure: aText(), measureOwner: aText(), rest: GRADE })),
  isProposed: yesOrNo('They come from the example, and count once they are written'),
});
export const WRITTEN = record({
  isFinished: yesOrNo(),
  open: listOf(aText(), 'The questions (`attribute|item`) that keep the section from being finished'),
});
export const RISKS_WRITTEN = record({ reference: aText(), isFinished: yesOrNo() });

export const ADVICE = record({
  advice: orNull(oneOf(ADVICES)),
  reasons: orNull(aText()),
  isAsked: yesOrNo(),
  conditions: listOf(
    record({
      conditionId: aText(),
      text: aText(),
      limit: orNull(record({ kind: oneOf(LIMIT_KINDS), value: anyJson() })),
      state: aText(),
    }),
  ),
  number: aCount('The version that it is about'),
});
