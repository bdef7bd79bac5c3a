import { bandOf } from '../../../kernel/bands.js';
import type { Dossier } from '../../../policy/index.js';
import { few } from './brief.js';
import { exampleOf } from './example-row.js';
import type { OnePagerInput, OnePagerSection, Writer } from './one-pager.js';
import { placeSection } from './place-section.js';
import { notCapturedSection } from './not-captured-section.js';

type Purpose = NonNullable<NonNullable<Dossier['purposes']>[number]>;
const purposeName = ({ label }: Writer, { code }: Purpose): string => (code ? label('purposes[].code', code) : '…');

const joined = ({ t }: Writer, items: readonly string[], more: number): string =>
  more > 0 ? t('list.more', { items: items.join(', '), n: more }) : items.join(', ');

const inLanguage = ({ language }: Writer, nl: string, en: string): string => (language === 'nl' ? nl : en);

const countedLines = ({ declared }: Dossier, w: Writer): readonly string[] => {
  const { shown, more } = few(declared?.metrics, 4);
  if (shown.length === 0) return [];
  const names = shown.map((one) => w.cut(inLanguage(w, one.titleNl, one.titleEn), 6));
  const perPerson = (declared?.metrics ?? []).some(({ level }) => level === 'person');
  return [w.t(perPerson ? 'what.countedPerson' : 'what.countedGroup', { names: joined(w, names, more) })];
};

const what = ({ dossier }: OnePagerInput, w: Writer): OnePagerSection => {
  const { shown, more } = few(dossier.tool?.dataCategories, 5);
  const modes = few(dossier.capture?.modes, 2).shown.map((mode) => w.label('capture.modes', mode));
  const level = dossier.capture?.contentLevel;
  return {
    heading: w.t('what.heading'),
    lines: [
      w.t('what.data', {
        data: shown.length
          ? joined(
              w,
              shown.map(({ code }) => w.plain(code)),
              more,
            )
          : w.t('a.unknown'),
      }),
      ...countedLines(dossier, w),
      w.t('what.how', {
        how: modes.join('; ') || w.t('unknown'),
        level: typeof level === 'number' ? w.label('capture.contentLevel', String(level)) : w.t('unknown'),
      }),
    ],
  };
};

const why = ({ dossier }: OnePagerInput, w: Writer): OnePagerSection => {
  const { shown, more } = few(dossier.purposes, 3);
  const lines = shown.map((purpose) =>
    w.t('why.purpose', {
      purpose: purposeName(w, purpose),
      basis: purpose.legalBasis ? w.label('purposes[].legalBasis', purpose.legalBasis) : w.t('unknown'),
      description: w.cut(purpose.description, 12),
    }),
  );
  return { heading: w.t('why.heading'), lines: more > 0 ? [...lines, w.t('row.more', { n: more })] : lines };
};

/** Every employee may read this, managers too: no exact number of people. */
const crowd = (people: number, w: Writer): string => {
  const { from, below } = bandOf(people);
  if (from === 0) return w.t('whom.few', { n: below ?? 0 });
  return below === null ? w.t('whom.many', { n: from }) : w.t('whom.people', { from, to: below - 1 });
};

const whom = ({ dossier, peopleInScope }: OnePagerInput, w: Writer): OnePagerSection => {
  const others = (dossier.tool?.dataSubjects ?? []).filter((subject) => subject !== 'employees').slice(0, 3);
  const also = others.length
    ? [w.t('whom.also', { subjects: others.map((subject) => w.label('tool.dataSubjects', subject)).join(', ') })]
    : [];
  return { heading: w.t('whom.heading'), lines: [crowd(peopleInScope, w), ...also] };
};

const dashboardLines = ({ declared }: Dossier, w: Writer): readonly string[] => {
  const { shown, more } = few(declared?.dashboards, 3);
  if (shown.length === 0) return [];
  const names = shown.map((one) => w.cut(inLanguage(w, one.titleNl, one.titleEn), 6));
  const least = Math.min(...(declared?.dashboards ?? []).map(({ smallestGroup }) => smallestGroup));
  return [w.t('who.dashboards', { names: joined(w, names, more), k: least })];
};
const individualLines = ({ declared }: Dossier, w: Writer): readonly string[] =>
  declared?.individualView
    ? [
        w.t(`who.individual.${declared.individualView.grounds}`, {
          purpose: w.label('purposes[].code', declared.individualView.purpose),
          hours: declared.individualView.maxHours,
        }),
      ]
    : [];

const who = ({ dossier }: OnePagerInput, w: Writer): OnePagerSection => {
  const { shown, more } = few(dossier.tool?.recipients, 3);
  const roles = shown.map(({ role, personsMax }) => w.t('who.recipient', { role: w.plain(role), max: personsMax ?? 0 }));
  const suppliers = few(dossier.processors, 2).shown.map(({ name, country }) =>
    w.t('who.processor', { name: w.cut(name, 4) || w.t('unknown'), country: w.cut(country, 2) || w.t('unknown') }),
  );
  const looked = [...dashboardLines(dossier, w), ...individualLines(dossier, w)];
  return { heading: w.t('who.heading'), lines: [roles.length ? `${joined(w, roles, more)}.` : w.t('who.nobody'), ...suppliers, ...looked] };
};

const howLong = ({ dossier }: OnePagerInput, w: Writer): OnePagerSection => ({
  heading: w.t('long.heading'),
  lines: few(dossier.purposes, 3).shown.map((purpose) => {
    const days = purpose.retention?.maxDays;
    if (typeof days !== 'number') return w.t('long.unknown', { purpose: purposeName(w, purpose) });
    return w.t('long.purpose', { purpose: purposeName(w, purpose), days, criterion: w.cut(purpose.retention?.criterion, 8) });
  }),
});

const adviceSection = ({ advice, dossier }: OnePagerInput, w: Writer): OnePagerSection => {
  const heading = w.t('advice.heading');
  if (!advice) return { heading, lines: [w.t(dossier.organisation?.dpoAppointed === false ? 'advice.none' : 'advice.follows')] };
  const { shown, more } = few(advice.conditions, 3);
  return {
    heading,
    lines: [
      w.t(`advice.${advice.advice}`),
      ...shown.map((condition) => w.cut(condition, 10)),
      ...(more > 0 ? [w.t('row.more', { n: more })] : []),
      w.cut(advice.reasons, 16),
    ].filter((line) => line !== ''),
  };
};

const stop = ({ enforcement, dossier }: OnePagerInput, w: Writer): OnePagerSection => ({
  heading: w.t('stop.heading'),
  lines: [
    w.t(`stop.${enforcement}`, { minutes: dossier.tool?.leaseMinutes ?? 15 }),
    w.cut(dossier.declared?.grade?.cannotStop, 14),
    w.t('stop.who'),
  ].filter((line) => line !== ''),
});

const exampleRow = ({ dossier }: OnePagerInput, w: Writer): OnePagerSection => {
  const { shown, more } = few(dossier.tool?.dataCategories, 5);
  const values = shown.map(({ code }) => exampleOf(code ?? '', w.language) ?? w.t('row.value'));
  const rest = more > 0 ? [w.t('row.more', { n: more })] : [];
  return {
    heading: w.t('row.heading'),
    lines: [],
    table: {
      caption: w.t('row.heading'),
      head: [w.t('row.who'), ...shown.map(({ code }) => w.plain(code)), ...rest],
      rows: [[w.t('row.person'), ...values, ...rest.map(() => '…')]],
    },
  };
};

export const sectionsOf = (input: OnePagerInput, w: Writer): readonly OnePagerSection[] => [
  what(input, w),
  exampleRow(input, w),
  why(input, w),
  whom(input, w),
  placeSection(input.dossier, w),
  notCapturedSection(input, w),
  who(input, w),
  howLong(input, w),
  adviceSection(input, w),
  stop(input, w),
];
