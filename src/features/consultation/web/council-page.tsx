import {
  Code,
  H1,
  H2,
  Lead,
  Link,
  List,
  Pagination,
  Shell,
  Small,
  Table,
  Tag,
  TaskList,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { formatDay, formatInstant, formatInstantDay, text } from '../../../platform/i18n/index.js';
import { afterPaths } from '../after/after.paths.js';
import { useAfterTexts } from '../after/web/after-texts.js';
import { consultationPaths } from '../consultation.paths.js';
import { frameworkPaths } from '../frameworks/frameworks.paths.js';
import type { LightCase } from '../frameworks/light-acts.repository.js';
import { lightCasesCatalogue, lightCaseState } from '../frameworks/light-cases.catalogue.js';
import type { ListedCase, Phase } from '../overview.repository.js';
import type { Body } from '../domain/case-file.js';
import type { RunningVote } from '../voting/running-votes.js';
import { useTexts } from './act-page.js';
import { useBodyName } from './of-request.js';

/** A request, or a version that the council was told about under a framework. */
export type CouncilCase = ListedCase | LightCase;
export interface CouncilPageProps {
  readonly cases: readonly CouncilCase[];
  /** That run now, for who may take part. */
  readonly votes?: readonly RunningVote[];
  readonly page?: number;
  readonly pages?: number;
  readonly waiting: readonly { readonly text: string; readonly href: string; readonly hint?: string }[];
  /** Whom it waits for: not everywhere a works council. */
  readonly waitsFor: Body;
  /** What else this reader finds beside the requests. */
  readonly beside?: readonly { readonly text: string; readonly href: string }[];
}

const KINDS = {
  asked: 'waiting',
  met: 'waiting',
  recorded: 'waiting',
  refused: 'blocked',
  decided: 'met',
  final: 'met',
  running: 'met',
  ended: 'na',
  withdrawn: 'na',
} as const satisfies Record<Phase, string>;
export const PhaseTag = ({ phase }: { readonly phase: Phase }) => {
  const t = useTexts();
  return <Tag kind={KINDS[phase]}>{t(`phase.${phase}`)}</Tag>;
};

const OPEN: readonly Phase[] = ['asked', 'met', 'recorded', 'decided'];

/** What somebody plans by while the case is open: the meeting that was agreed, and the day on which the employer wants to begin. */
const Dates = ({ one: { phase, meetingAt, intendedStartOn } }: { readonly one: ListedCase }) => {
  const t = useTexts();
  const { language } = usePage();
  return (
    <>
      {phase === 'asked' && meetingAt ? <Text>{t('council.meeting', { when: formatInstant(meetingAt, language) })}</Text> : null}
      {OPEN.includes(phase) && intendedStartOn ? <Text>{t('council.start', { day: formatDay(intendedStartOn, language) })}</Text> : null}
    </>
  );
};

const FullCase = ({ one, vote }: { readonly one: ListedCase; readonly vote: RunningVote | undefined }) => {
  const t = useTexts();
  const { language } = usePage();
  return (
    <>
      <PhaseTag phase={one.phase} />
      <Text>
        {vote ? t(vote.mine ? 'next.vote' : 'next.voting', { when: formatInstant(vote.closesAt, language) }) : t(`next.${one.phase}`)}
      </Text>
      <Dates one={one} />
      {one.openQuestions > 0 ? <Text>{`${t('council.questions')}: ${one.openQuestions}`}</Text> : null}
      <Small>{t('case.sent', { when: formatInstant(one.sentAt, language) })}</Small>
    </>
  );
};

const UnderFramework = ({ one }: { readonly one: LightCase }) => {
  const t = text(lightCasesCatalogue, usePage().language);
  const { language } = usePage();
  const stands = lightCaseState(one);
  const on = one.objectedAt ?? one.revokedAt ?? one.toldAt;
  return (
    <>
      <Tag kind={stands === 'told' ? 'waiting' : stands === 'full_case' ? 'na' : 'blocked'}>{t(`tag.${one.colour}`)}</Tag>
      <Text>{t(`state.${stands}`, { day: formatInstantDay(on, language) })}</Text>
      <Small>{t('told', { when: formatInstant(one.toldAt, language) })}</Small>
    </>
  );
};

export const CouncilPage = ({ cases, votes = [], page = 1, pages = 1, waiting, waitsFor, beside = [] }: CouncilPageProps) => {
  const t = useTexts();
  const after = useAfterTexts();
  const body = useBodyName({ body: waitsFor });
  return (
    <Shell title={t('council.title')}>
      <H1>{t('council.title')}</H1>
      <Lead>{t('council.lead')}</Lead>
      <Text>
        <Link href={afterPaths.reviews}>{after('reviews.title')}</Link>
      </Text>
      {waiting.length > 0 ? (
        <>
          <H2>{t('council.waiting', { body })}</H2>
          <TaskList items={waiting} />
        </>
      ) : null}
      {cases.length === 0 ? (
        <Text>{t('council.empty')}</Text>
      ) : (
        <Table
          caption={t('council.table')}
          captionHidden
          head={[t('council.tool'), t('council.phase')]}
          rows={cases.map((one) => [
            <Link href={'requestId' in one ? consultationPaths.request(one.requestId) : frameworkPaths.light(one.id)}>
              {t('council.version', { tool: one.toolName, number: one.number })}
            </Link>,
            'requestId' in one ? (
              <FullCase one={one} vote={votes.find(({ requestId }) => requestId === one.requestId)} />
            ) : (
              <UnderFramework one={one} />
            ),
          ])}
        />
      )}
      <Pagination page={page} pages={pages} href={(n) => `${consultationPaths.council}?page=${n}`} />
      {beside.length > 0 ? (
        <>
          <H2>{t('council.beside')}</H2>
          <List
            items={beside.map((one) => (
              <Link href={one.href}>{one.text}</Link>
            ))}
          />
        </>
      ) : null}
    </Shell>
  );
};

export const Fingerprint = ({ value }: { readonly value: string }) => <Code value={value} copy />;
