import {
  Banner,
  ButtonGroup,
  ButtonLink,
  Details,
  ErrorSummary,
  H1,
  H2,
  Link,
  List,
  Shell,
  Small,
  Stack,
  Summary,
  Table,
  Text,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import { formatInstant } from '../../../platform/i18n/index.js';
import type { Bundle } from '../bundle.js';
import { consultationPaths } from '../consultation.paths.js';
import type { Phase } from '../overview.repository.js';
import type { FoundRequest } from '../requests.repository.js';
import { useTexts } from './act-page.js';
import { type CaseActsProps, DecisionPart, FinalPart, MeetingPart, ViewPart } from './case-acts.js';
import { type CaseCommentsProps, CommentsPart } from './case-comments.js';
import { type CaseTalkProps, CopiesPart, DisputesPart, QuestionsPart, TimelinePart } from './case-talk.js';
import { Fingerprint, PhaseTag } from './council-page.js';
import { OnePageView } from './one-page-view.js';

export interface CasePageProps extends CaseActsProps, CaseTalkProps, CaseCommentsProps {
  readonly request: FoundRequest;
  readonly bundle: Bundle | null;
  readonly phase: Phase;
  readonly next: string;
  readonly dossierHref: string;
  readonly diffHref: string | null;
  readonly may: CaseActsProps['may'] &
    CaseTalkProps['may'] &
    CaseCommentsProps['may'] & { readonly stop: boolean; readonly nullity: boolean; readonly withdraw: boolean; readonly ruling: boolean };
}

const Asked = ({ request }: Pick<CasePageProps, 'request'>) => {
  const t = useTexts();
  const day = (on: string | null) => (on ? <Time on={on} /> : t('request.none'));
  return (
    <section id="request">
      <H2>{t('request.heading')}</H2>
      <Summary
        rows={[
          { key: t('request.decision'), value: request.intendedDecision },
          { key: t('request.reasons'), value: request.reasons },
          { key: t('request.consequences'), value: request.consequences },
          { key: t('request.grounds'), value: request.grounds.join(', ') },
          ...(request.alsoAdvice ? [{ key: t('request.alsoAdvice'), value: t('yes') }] : []),
          ...(request.aiNamed ? [{ key: t('request.ai'), value: t('yes') }] : []),
          { key: t('request.start'), value: day(request.intendedStartOn) },
          { key: t('request.evaluation'), value: day(request.evaluationOn) },
          { key: t('request.fingerprint'), value: <Fingerprint value={request.fingerprint} /> },
          { key: t('request.bundle'), value: <Fingerprint value={request.bundleHash} /> },
        ]}
      />
    </section>
  );
};

const titleOf = (kind: string, heading: string): string => (heading === '' || kind.startsWith(heading) ? kind : `${kind}: ${heading}`);

/** What went with a request, frozen as it was sent. */
export const Papers = ({ bundle }: { readonly bundle: Bundle }) => {
  const t = useTexts();
  const { language } = usePage();
  return (
    <section id="papers">
      <H2>{t('papers.heading')}</H2>
      <Text>{t('papers.lead')}</Text>
      {bundle.advice ? null : <Banner kind="warning">{t('papers.follows')}</Banner>}
      {bundle.texts.map((one, at) => (
        <Details key={at} summary={titleOf(t(`papers.${one.kind}`), one.heading)}>
          {one.text.split('\n').map((line, n) => (
            <Text key={n}>{line}</Text>
          ))}
        </Details>
      ))}
      <Details summary={t('papers.sheet')}>
        <Table
          caption={t('papers.sheet')}
          captionHidden
          head={[t('papers.setting'), t('papers.value'), t('papers.meaning')]}
          rows={bundle.sheet.map((one) => [one.name, one.value, language === 'nl' ? one.meaningNl : one.meaningEn])}
          empty={t('request.none')}
        />
      </Details>
      {bundle.agreements.length > 0 ? (
        <Details summary={t('papers.agreements')}>
          <List
            items={bundle.agreements.map(({ processor, fileName }) =>
              t('papers.agreement', { processor, file: fileName ?? t('papers.noFile') }),
            )}
          />
        </Details>
      ) : null}
    </section>
  );
};

const OnePage = ({ request, bundle }: { readonly request: FoundRequest; readonly bundle: Bundle }) => {
  const t = useTexts();
  const { language } = usePage();
  return (
    <>
      <OnePageView page={bundle.onePage[language]} />
      <ButtonGroup>
        <ButtonLink href={consultationPaths.onePagePdf(request.id)} kind="secondary">
          {t('page.pdf')}
        </ButtonLink>
      </ButtonGroup>
    </>
  );
};

const Aside = ({ request, may, phase, dossierHref, diffHref }: CasePageProps) => {
  const t = useTexts();
  const links = [
    may.nullity ? <Link href={consultationPaths.nullity(request.toolId)}>{t('case.nullity')}</Link> : null,
    may.withdraw ? <Link href={consultationPaths.withdrawal(request.id)}>{t('withdraw.title')}</Link> : null,
    may.ruling ? <Link href={consultationPaths.ruling(request.toolId, request.number)}>{t('ruling.title')}</Link> : null,
    <Link href={dossierHref}>{t('case.dossier')}</Link>,
    diffHref ? <Link href={diffHref}>{t('case.diff', { number: request.number - 1 })}</Link> : null,
  ];
  return (
    <Stack>
      {may.stop ? (
        <div>
          <ButtonLink href={consultationPaths.stop(request.toolId)} kind="warning">
            {t('case.stop')}
          </ButtonLink>
          <Small>{t('case.stopHint')}</Small>
        </div>
      ) : null}
      {may.dispute ? (
        <div>
          <Text>
            <Link href={consultationPaths.dispute(request.toolId)}>{t('case.dispute')}</Link>
          </Text>
          <Small>{t(phase === 'running' || phase === 'ended' ? 'case.disputeHintRun' : 'case.disputeHint')}</Small>
        </div>
      ) : null}
      <List kind="plain" items={links.filter((link) => link !== null)} />
    </Stack>
  );
};

/** One case: the one page first, then everything else, in the order in which it happens. */
export const CasePage = (props: CasePageProps) => {
  const t = useTexts();
  const { language } = usePage();
  const { request, bundle, phase, next } = props;
  return (
    <Shell
      title={t('case.title', { tool: request.toolName })}
      error={Boolean(props.errors?.length)}
      crumbs={[{ text: t('council.title'), href: consultationPaths.council }, { text: request.toolName }]}
      aside={<Aside {...props} />}
    >
      <ErrorSummary errors={props.errors} />
      <H1 caption={t('case.caption', { number: request.number, reference: request.reference })}>
        {t('case.title', { tool: request.toolName })}
      </H1>
      <Text>
        <PhaseTag phase={phase} /> {t('case.sent', { when: formatInstant(request.sentAt, language) })}
      </Text>
      <Banner heading={t('case.next')}>{next}</Banner>
      {bundle ? <OnePage request={request} bundle={bundle} /> : null}
      <Asked request={request} />
      {bundle ? <Papers bundle={bundle} /> : null}
      <MeetingPart {...props} />
      <ViewPart {...props} />
      <DecisionPart {...props} />
      <FinalPart {...props} />
      <CommentsPart {...props} />
      <QuestionsPart {...props} />
      <DisputesPart {...props} />
      <CopiesPart {...props} />
      <TimelinePart {...props} />
    </Shell>
  );
};
