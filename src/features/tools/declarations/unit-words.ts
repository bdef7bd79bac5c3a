import type { Language } from '../../../kernel/actor.js';

/** Units as people write them, in Dutch and in English. What an agent sends stays as it was declared. */
const KNOWN: readonly (readonly [nl: string, en: string])[] = [
  ['keer', 'times'],
  ['mensen', 'people'],
  ['personen', 'people'],
  ['seconden', 'seconds'],
  ['minuten', 'minutes'],
  ['uur', 'hours'],
  ['uren', 'hours'],
  ['dagen', 'days'],
  ['gesprekken', 'calls'],
  ['berichten', 'messages'],
  ['stuks', 'pieces'],
];

/** A unit in the reader's language, where it is one of the usual; otherwise as its maker wrote it. */
export const unitText = (unit: string, language: Language): string => {
  const word = unit.trim().toLowerCase();
  const [nl, en] = KNOWN.find((words) => words.some((one) => one === word)) ?? [unit, unit];
  return language === 'nl' ? nl : en;
};
