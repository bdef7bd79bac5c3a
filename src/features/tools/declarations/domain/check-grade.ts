import type { Reason } from '../../../../kernel/problem.js';
import type { Enforcement, Grade } from '../../../../policy/index.js';
import { isDay } from '../../../../policy/index.js';
import { checkText } from '../../domain/check-value.js';

const MAX_TEXT = 2000;
/** A week. */
const MAX_MINUTES = 10_080;
/** These say nothing by themselves of what stops the tool: without a description nobody can judge them. */
const NEED_WORDS: readonly Enforcement[] = ['supervised', 'managed', 'vendor_api'];
export const needsWords = (enforcement: Enforcement): boolean => NEED_WORDS.includes(enforcement);

const TEXTS = ['stopsHow', 'cannotStop', 'evidence'] as const;

/** What is wrong with a description of how a tool is stopped. `today` is the day on which it is written down. */
export const gradeReasons = (grade: Grade, today: string): readonly Reason[] => [
  ...TEXTS.flatMap((field): readonly Reason[] => {
    if (grade[field].trim() === '') return [{ code: 'field.text', field }];
    const fault = checkText(grade[field], MAX_TEXT);
    return fault ? [{ code: `field.${fault.code}`, field }] : [];
  }),
  ...(Number.isInteger(grade.stopsWithinMinutes) && grade.stopsWithinMinutes >= 0 && grade.stopsWithinMinutes <= MAX_MINUTES
    ? []
    : [{ code: 'declared.minutes', field: 'stopsWithinMinutes' }]),
  ...(isDay(grade.testedOn) && grade.testedOn <= today && grade.testedOn >= '2000-01-01'
    ? []
    : [{ code: 'declared.tested-on', field: 'testedOn' }]),
];
