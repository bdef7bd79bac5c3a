import { formatInstant } from '../../../platform/i18n/index.js';
import {
  Banner,
  ButtonLink,
  H1,
  H2,
  Lead,
  Link,
  List,
  Shell,
  Small,
  Summary,
  Table,
  Tag,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { peoplePaths } from '../../people/index.js';
import { councilPaths } from '../council.paths.js';
import { useTexts } from '../council-texts.js';
import { resetWords, rulesWords, termWords } from '../council.words.js';
import type { SettingsView } from '../settings.service.js';
import { History } from './history-part.js';

const Resets = ({ resets }: Pick<SettingsView, 'resets'>) => {
  const t = useTexts();
  const { language } = usePage();
  if (resets.length === 0) return null;
  return (
    <Banner kind="warning" heading={t('reset.heading')}>
      {resets.map((reset) => (
        <Text key={reset.at.getTime()}>{resetWords(reset, language)}</Text>
      ))}
    </Banner>
  );
};

const Waiting = ({ waiting, names }: Pick<SettingsView, 'waiting' | 'names'>) => {
  const t = useTexts();
  const { language } = usePage();
  if (!waiting) return null;
  const { change, needed } = waiting;
  return (
    <Banner kind="warning" heading={t('change.waits')}>
      <Text>{t('change.by', { name: names.get(change.proposedBy) ?? '…', when: formatInstant(change.proposedAt, language) })}</Text>
      <Text>{change.route === 'officers' ? t('change.needsOfficer') : t('change.needsMembers', { n: needed })}</Text>
      <ButtonLink href={councilPaths.change(change.id)} kind={waiting.mayConfirm ? 'primary' : 'secondary'}>
        {t(waiting.mayConfirm ? 'change.view' : 'change.look')}
      </ButtonLink>
    </Banner>
  );
};

const Seats = ({ seating, roster, names, sitting, lawful, people }: SettingsView) => {
  const t = useTexts();
  const serves = (id: string | null): boolean => roster.seats.some((seat) => seat.personId === id);
  const named = (id: string | null, does: boolean) =>
    id === null ? null : (
      <>
        {names.get(id) ?? '…'} {does ? null : <Tag kind="waiting">{t('settings.waitsForYes')}</Tag>}
      </>
    );
  const office = (id: string | null): string => {
    if (id === null) return '';
    if (id === sitting.chairId) return t('chair');
    return id === sitting.secretaryId ? t('secretary') : '';
  };
  const hasDeputies = seating.seats.some(({ deputyId }) => deputyId !== null);
  const wanted = (['chair', 'secretary'] as const)
    .map((field) => ({ field, id: seating[`${field}Id`], held: sitting[`${field}Id`] }))
    .filter(({ id, held }) => id !== null && id !== held);
  return (
    <section id="seats">
      <H2>{t('seats.title')}</H2>
      <Text>{t('seats.count', { filled: roster.seats.length, seats: roster.seatCount })}</Text>
      <Table
        caption={t('seats.title')}
        captionHidden
        head={[t('seat.one'), t('seat.member'), ...(hasDeputies ? [t('seat.deputy')] : [])]}
        rows={seating.seats.map((seat, at) => {
          const deputises = roster.seats.some(({ id, deputyId }) => id === seat.id && deputyId !== null);
          return [
            String(at + 1),
            <>
              {named(seat.personId, serves(seat.personId)) ?? t('seat.empty')}
              {office(seat.personId) === '' ? null : <Small>{office(seat.personId)}</Small>}
            </>,
            ...(hasDeputies ? [named(seat.deputyId, deputises) ?? ''] : []),
          ];
        })}
      />
      {wanted.map(({ field, id }) => (
        <Text key={field}>{t('officers.wanted', { office: t(field).toLowerCase(), name: names.get(id ?? '') ?? '…' })}</Text>
      ))}
      {lawful !== null && people !== null ? <Small>{t('seats.lawful', { people, n: lawful })}</Small> : null}
    </section>
  );
};

const Committees = ({ seating, names }: SettingsView) => {
  const t = useTexts();
  return (
    <section id="committees">
      <H2>{t('committees')}</H2>
      {seating.committees.length === 0 ? (
        <Text>{t('committee.noneYet')}</Text>
      ) : (
        <Summary
          rows={seating.committees.map(({ name, members }) => ({ key: name, value: members.map((id) => names.get(id) ?? '…').join(', ') }))}
        />
      )}
    </section>
  );
};

const Term = ({ seating, today }: SettingsView) => {
  const t = useTexts();
  const { language } = usePage();
  return (
    <section id="term">
      <H2>{t('term')}</H2>
      <Text>{termWords(seating.termStartsOn, seating.termEndsOn, language)}</Text>
      {seating.termEndsOn ? <Small>{t(seating.termEndsOn < today ? 'term.over' : 'term.reminders')}</Small> : null}
    </section>
  );
};

const Rules = ({ rules }: SettingsView) => {
  const t = useTexts();
  const { language } = usePage();
  return (
    <section id="rules">
      <H2>{t('rules')}</H2>
      <Summary rows={rulesWords(rules, language).map(({ what, says }) => ({ key: what, value: says }))} />
    </section>
  );
};

const Ways = ({ may, waiting }: SettingsView) => {
  const t = useTexts();
  if (waiting || (!may.roster && !may.rules)) return null;
  return (
    <List
      kind="plain"
      items={[
        ...(may.roster
          ? [
              <Link href={councilPaths.seats}>{t('change.it')}</Link>,
              <Link href={councilPaths.committees}>{t('change.committeesIt')}</Link>,
              <Link href={councilPaths.term}>{t('change.termIt')}</Link>,
            ]
          : []),
        ...(may.rules ? [<Link href={councilPaths.rules}>{t('change.rulesIt')}</Link>] : []),
      ]}
    />
  );
};

/** Who is in the council and how it decides; what waits to be confirmed comes first. */
export const SettingsPage = ({ view }: { readonly view: SettingsView }) => {
  const t = useTexts();
  return (
    <Shell title={t('settings.title')}>
      <H1>{t('settings.title')}</H1>
      <Lead>{t('settings.lead')}</Lead>
      {view.route === 'members' ? <Banner kind="warning">{t('settings.vacant')}</Banner> : null}
      <Waiting {...view} />
      <Resets {...view} />
      <Ways {...view} />
      <Seats {...view} />
      <Rules {...view} />
      <Committees {...view} />
      <Term {...view} />
      <History {...view} />
      <Text>{t('settings.locked')}</Text>
      {view.officer ? (
        <Text>
          <Link href={peoplePaths.officers}>{t('settings.accounts')}</Link>
        </Text>
      ) : null}
    </Shell>
  );
};
