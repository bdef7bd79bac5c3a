import { formatDay, formatInstantDay, text } from '../../../platform/i18n/index.js';
import {
  Button,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  H1,
  H2,
  H3,
  Lead,
  List,
  Radios,
  Shell,
  Small,
  Table,
  Tag,
  Text,
  usePage,
  Warning,
} from '../../../platform/ui/index.js';
import { IdentityFields } from '../../people/index.js';
import { constituencyCatalogue } from '../constituency/constituency.catalogue.js';
import { constituencyPaths } from '../constituency/constituency.paths.js';
import type { ReadRounds, Round } from '../constituency/constituency.service.js';
import { CHOICES, type Outcome, ROUND_DAYS, type Tally } from '../constituency/reactions.js';
import { consultationPaths } from '../consultation.paths.js';
import { type Typed, typedText } from './act-page.js';

export const useConstituencyTexts = () => text(constituencyCatalogue, usePage().language);

const OutcomeTable = ({ outcome }: { readonly outcome: Outcome }) => {
  const t = useConstituencyTexts();
  const cells = (tally: Tally | null) => CHOICES.map((choice) => (tally ? String(tally[choice]) : t('small')));
  const rows = outcome.units.map(({ unit, tally }) => [unit, ...cells(tally)]);
  const numeric = (choice: (typeof CHOICES)[number]) => ({ text: t(`choice.${choice}`), numeric: true });
  return (
    <>
      <Table
        caption={t('outcome')}
        head={[t('unit'), ...CHOICES.map(numeric)]}
        rows={outcome.total ? [...rows, [t('total'), ...cells(outcome.total)]] : rows}
      />
      {outcome.units.some(({ tally }) => tally === null) ? <Small>{t('smallNote', { k: outcome.smallest })}</Small> : null}
      {outcome.total ? null : <Text>{t('noTotal')}</Text>}
    </>
  );
};

const Remarks = ({ remarks }: { readonly remarks: readonly string[] }) => {
  const t = useConstituencyTexts();
  return (
    <>
      <H3>{t('remarks')}</H3>
      <Small>{t('remarksNote')}</Small>
      {remarks.length === 0 ? <Text>{t('noRemarks')}</Text> : <List items={remarks} />}
    </>
  );
};

const RoundSection = ({ round, mayEnd }: { readonly round: Round; readonly mayEnd: boolean }) => {
  const t = useConstituencyTexts();
  const { language } = usePage();
  const { publication, closed } = round;
  return (
    <section>
      <H2>{t('round', { when: formatInstantDay(publication.publishedAt, language) })}</H2>
      <Text>
        <Tag kind={closed ? 'na' : 'waiting'}>{t(closed ? 'closed' : 'running')}</Tag>{' '}
        {closed ? null : t('until', { day: formatDay(publication.closesOn, language) })}
      </Text>
      {publication.message ? <Text>{publication.message}</Text> : null}
      {closed ? (
        <>
          <OutcomeTable outcome={closed.outcome} />
          {closed.outcome.total ? <Remarks remarks={closed.remarks} /> : null}
        </>
      ) : (
        <>
          <Text>{t('hidden')}</Text>
          {mayEnd ? (
            <Form action={constituencyPaths.end(publication.requestId, publication.id)}>
              <Button kind="secondary">{t('end')}</Button>
            </Form>
          ) : null}
        </>
      )}
    </section>
  );
};

const PublishForm = ({ request, identity, typed, errors, keyOfPress }: Pick<ReadRounds, 'request' | 'identity'> & Typed) => {
  const t = useConstituencyTexts();
  return (
    <section>
      <H2>{t('publish')}</H2>
      <Text>{t('secrecy')}</Text>
      <Form action={constituencyPaths.rounds(request.id)} idempotencyKey={keyOfPress}>
        <Field
          name="message"
          type="textarea"
          rows={4}
          limit={2000}
          optional
          label={t('message')}
          hint={t('messageHint')}
          value={typedText(typed, 'message')}
          error={errorOf(errors, 'message')}
        />
        <Radios
          name="days"
          label={t('days')}
          items={ROUND_DAYS.map((n) => ({ value: n, text: t('days.one', { n: Number(n) }) }))}
          value={typedText(typed, 'days') ?? '14'}
          error={errorOf(errors, 'days')}
          inline
        />
        <IdentityFields asked={identity} errors={errors} />
        <Warning>{t('publishConsequence')}</Warning>
        <Button>{t('publishButton')}</Button>
      </Form>
    </section>
  );
};

/** Where the body asks those concerned, and reads what they said. */
export const ConstituencyPage = (props: ReadRounds & Typed & { readonly officer: boolean }) => {
  const t = useConstituencyTexts();
  const { request, rounds, smallest, errors, officer } = props;
  return (
    <Shell
      title={t('title')}
      error={(errors?.length ?? 0) > 0}
      crumbs={[{ text: request.toolName, href: consultationPaths.request(request.id) }, { text: t('title') }]}
    >
      <ErrorSummary errors={errors} />
      <H1 caption={request.toolName}>{t('title')}</H1>
      <Lead>{t('lead')}</Lead>
      <List items={[t('how.who'), t('how.once'), t('how.names'), t('how.groups', { k: smallest })]} />
      {rounds.map((round) => (
        <RoundSection key={round.publication.id} round={round} mayEnd={officer} />
      ))}
      {props.mayPublish && props.bundle ? <PublishForm {...props} /> : null}
      {officer ? null : <Text>{t('onlyOfficers')}</Text>}
    </Shell>
  );
};
