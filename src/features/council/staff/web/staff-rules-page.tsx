import { formatInstant, text } from '../../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Lead,
  List,
  Radios,
  Shell,
  Summary,
  Text,
  usePage,
  Warning,
} from '../../../../platform/ui/index.js';
import { IdentityFields } from '../../../people/index.js';
import { useTexts } from '../../council-texts.js';
import { rulesWords } from '../../council.words.js';
import { roomCatalogue } from '../../room/room.catalogue.js';
import { roomPaths } from '../../room/room.paths.js';
import { type Body, typedIn } from '../../typed.js';
import { staffRulesCatalogue } from '../staff-rules.catalogue.js';
import { staffRulesPaths } from '../staff-rules.paths.js';
import type { StaffRules } from '../staff-rules.repository.js';
import type { StaffRulesView } from '../staff-rules.service.js';

interface Props {
  readonly view: StaffRulesView;
  readonly keyOfPress: string;
  readonly typed?: Body;
  readonly errors?: readonly FieldError[];
}
const useOwnTexts = () => text(staffRulesCatalogue, usePage().language);

/** A staff representation has no deputies and no chair who decides: those lines would say nothing. */
const RulesTable = ({ of, rules }: { readonly of: StaffRules; readonly rules: StaffRulesView['rules'] }) => {
  const { language } = usePage();
  const t = useTexts();
  const lines = rulesWords({ ...rules, ...of }, language).filter(({ what }) => what !== t('deputising'));
  return <Summary rows={lines.map(({ what, says }) => ({ key: what, value: says }))} />;
};

const Waiting = ({ view, keyOfPress, errors }: Props) => {
  const t = useOwnTexts();
  const { language } = usePage();
  const { waiting, names, asked, rules } = view;
  if (!waiting) return null;
  return (
    <section id="waiting">
      <Banner kind="warning" heading={t('waits')}>
        <Text>{t('by', { name: names.get(waiting.proposedBy) ?? '…', when: formatInstant(waiting.proposedAt, language) })}</Text>
        {waiting.own ? <Text>{t('own')}</Text> : null}
      </Banner>
      <RulesTable of={waiting.rules} rules={rules} />
      {waiting.own ? null : (
        <Form action={staffRulesPaths.confirmation(waiting.id)} idempotencyKey={keyOfPress}>
          <IdentityFields asked={asked} errors={errors} />
          <Warning>{t('confirmConsequence')}</Warning>
          <Button>{t('confirm')}</Button>
        </Form>
      )}
      <Form action={staffRulesPaths.withdrawal(waiting.id)}>
        <Button kind="secondary">{t('withdraw')}</Button>
      </Form>
    </section>
  );
};

const CHOICES = {
  quorum: ['more_than_half', 'two_thirds', 'seats'],
  majority: ['simple', 'absolute', 'two_thirds'],
  ballot: ['open', 'secret'],
} as const;

const Proposing = ({ view, keyOfPress, typed, errors }: Props) => {
  const [own, t] = [useOwnTexts(), useTexts()];
  const { quorum, majority, ballot } = view.rules;
  const counted = typeof quorum === 'number' ? quorum : null;
  if (view.waiting) return null;
  const of = (field: keyof typeof CHOICES, held: string, items: readonly { readonly value: string; readonly text: string }[]) => (
    <Radios name={field} label={t(field)} items={items} value={typedIn(typed, field) ?? held} error={errorOf(errors, field)} />
  );
  return (
    <section id="propose">
      <H2>{own('propose')}</H2>
      <Form action={staffRulesPaths.rules} idempotencyKey={keyOfPress}>
        {of(
          'quorum',
          counted === null ? String(quorum) : 'seats',
          CHOICES.quorum.map((value) => ({ value, text: t(`quorum.${value}`) })),
        )}
        <Field
          name="quorumSeats"
          type="number"
          label={t('quorum.count')}
          hint={t('quorum.countHint')}
          value={typedIn(typed, 'quorumSeats') ?? counted}
          width={3}
          optional
          error={errorOf(errors, 'quorumSeats')}
        />
        {of(
          'majority',
          majority,
          CHOICES.majority.map((value) => ({ value, text: t(`majority.${value}`) })),
        )}
        {of(
          'ballot',
          ballot,
          CHOICES.ballot.map((value) => ({ value, text: t(`ballot.${value}`) })),
        )}
        <IdentityFields asked={view.asked} errors={errors} />
        <Warning>{own('proposeConsequence')}</Warning>
        <Button>{own('propose')}</Button>
      </Form>
    </section>
  );
};

/** Who votes for the staff representation and by which rules; a proposal that waits comes first. */
export const StaffRulesPage = (props: Props) => {
  const t = useOwnTexts();
  const { view, errors } = props;
  const { language } = usePage();
  const { quorum, majority, ballot } = view.rules;
  return (
    <Shell
      title={t('title')}
      error={(errors?.length ?? 0) > 0}
      crumbs={[{ text: text(roomCatalogue, language)('crumb.council'), href: roomPaths.council }, { text: t('title') }]}
    >
      <ErrorSummary errors={errors} />
      <H1>{t('title')}</H1>
      <Lead>{t('lead')}</Lead>
      <Waiting {...props} />
      <section id="members">
        <H2>{t('members')}</H2>
        <List items={view.roster.seats.map(({ personId }) => view.names.get(personId) ?? '…')} />
        <Text>{t('membersText', { n: view.roster.seats.length })}</Text>
      </section>
      <section id="rules">
        <H2>{t('rules')}</H2>
        <RulesTable of={{ quorum, majority, ballot }} rules={view.rules} />
      </section>
      <Proposing {...props} />
    </Shell>
  );
};
