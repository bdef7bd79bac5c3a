import type { Language } from '../../kernel/actor.js';
import type { Day } from '../../kernel/clock.js';
import { formatDay, formatInstantDay } from '../../platform/i18n/index.js';
import type { ChangeContent, ChangedRules, CouncilReset } from './changes.repository.js';
import { councilText } from './council-texts.js';
import type { Committee, PlannedSeat, Seating } from './domain/seating.js';

/** One thing that changes, in words. */
interface ChangeLine {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}
export type Names = ReadonlyMap<string, string>;

interface Pen {
  readonly t: ReturnType<typeof councilText>;
  readonly language: Language;
  readonly name: (id: string | null) => string;
}
const penOf = (names: Names, language: Language): Pen => {
  const t = councilText(language);
  return { t, language, name: (id) => (id === null ? t('nobody') : (names.get(id) ?? '…')) };
};

const line = (what: string, before: string, after: string): ChangeLine[] => (before === after ? [] : [{ what, before, after }]);

const seatLines = (before: Seating, after: Seating, { t, name }: Pen): ChangeLine[] => {
  const places = Array.from({ length: Math.max(before.seats.length, after.seats.length) }, (_, at) => at);
  const member = (seat: PlannedSeat | undefined): string =>
    seat ? (seat.personId ? name(seat.personId) : t('seat.empty')) : t('seat.none');
  return places.flatMap((at) => {
    const [was, becomes] = [before.seats[at], after.seats[at]];
    return [
      ...line(t('seat.place', { n: at + 1 }), member(was), member(becomes)),
      ...line(t('seat.deputyOf', { n: at + 1 }), name(was?.deputyId ?? null), name(becomes?.deputyId ?? null)),
    ];
  });
};

const committeeLines = (before: Seating, after: Seating, { t, name }: Pen): ChangeLine[] => {
  const found = ({ committees }: Seating, wanted: string) => committees.find((committee) => committee.name === wanted);
  const members = (committee: Committee | undefined): string =>
    committee ? committee.members.map(name).sort().join(', ') : t('committee.none');
  const names = [...new Set([...before.committees, ...after.committees].map((committee) => committee.name))];
  return names.flatMap((wanted) =>
    line(t('committee.named', { name: wanted }), members(found(before, wanted)), members(found(after, wanted))),
  );
};

export const termWords = (from: Day | null, to: Day | null, language: Language): string =>
  from && to
    ? councilText(language)('term.words', { from: formatDay(from, language), to: formatDay(to, language) })
    : councilText(language)('term.none');

const rosterLines = (before: Seating, after: Seating, pen: Pen): ChangeLine[] => [
  ...line(pen.t('seats.number'), String(before.seats.length), String(after.seats.length)),
  ...seatLines(before, after, pen),
  ...line(pen.t('chair'), pen.name(before.chairId), pen.name(after.chairId)),
  ...line(pen.t('secretary'), pen.name(before.secretaryId), pen.name(after.secretaryId)),
  ...committeeLines(before, after, pen),
  ...line(
    pen.t('term'),
    termWords(before.termStartsOn, before.termEndsOn, pen.language),
    termWords(after.termStartsOn, after.termEndsOn, pen.language),
  ),
];

/** Each rule of the council as a sentence. */
export const rulesWords = (rules: ChangedRules, language: Language): readonly { readonly what: string; readonly says: string }[] => {
  const t = councilText(language);
  const { quorum } = rules;
  return [
    { what: t('quorum'), says: typeof quorum === 'number' ? t('quorum.seats.says', { n: quorum }) : t(`quorum.${quorum}.says`) },
    { what: t('majority'), says: t(`majority.${rules.majority}.says`) },
    { what: t('ballot'), says: t(`ballot.${rules.ballot}.says`) },
    { what: t('tie'), says: t(`tie.${rules.tie}.says`) },
    { what: t('deputising'), says: t(`deputising.${rules.deputising}.says`) },
  ];
};

/** A change as what was and what becomes, line by line. */
export const changeLines = (change: ChangeContent, names: Names, language: Language): readonly ChangeLine[] => {
  if (change.kind === 'roster') return rosterLines(change.content.before, change.content.after, penOf(names, language));
  const after = rulesWords(change.content.after, language);
  return rulesWords(change.content.before, language).flatMap(({ what, says }, at) => line(what, says, after[at]?.says ?? ''));
};

/** How the council got officers again, for everyone who reads it or a consent of it. */
export const resetWords = ({ at, route, reason }: CouncilReset, language: Language): string => {
  const t = councilText(language);
  const when = formatInstantDay(at, language);
  return route === 'administrator' ? t('reset.byAdministrator', { when, reason: reason ?? '' }) : t('reset.byMembers', { when });
};

/** Everybody whom a change names. */
export const personsNamed = (change: ChangeContent): string[] => {
  if (change.kind === 'rules') return [];
  const { before, after } = change.content;
  const named = [before, after].flatMap((seating) => [
    seating.chairId,
    seating.secretaryId,
    ...seating.seats.flatMap((seat) => [seat.personId, seat.deputyId]),
    ...seating.committees.flatMap(({ members }) => members),
  ]);
  return [...new Set(named.filter((id) => id !== null))];
};
