import { Banner, ButtonLink, H2, List, Summary, Text, Time, usePage, Warning } from '../../../platform/ui/index.js';
import type { HeldAgainst, PromiseReader } from '../conditions/held-against.js';
import { leftOutBy } from '../domain/takeover.js';
import { resetWords } from '../../council/index.js';
import { consultationPaths } from '../consultation.paths.js';
import type { BodyView, CouncilDecision, FinalDecision, PersonnelMeeting } from '../domain/case-file.js';
import type { FoundRequest } from '../requests.repository.js';
import { useTexts } from './act-page.js';
import { useBodyName } from './of-request.js';
import { ConditionTable } from './condition-table.js';

export interface CaseActsProps {
  readonly request: FoundRequest;
  readonly decisions: readonly CouncilDecision[];
  readonly final: FinalDecision | null;
  readonly view: BodyView | null;
  readonly personnelMeeting: PersonnelMeeting | null;
  readonly names: ReadonlyMap<string, string>;
  readonly version: HeldAgainst;
  readonly reader: PromiseReader;
  readonly may: {
    readonly decide: boolean;
    readonly confirm: boolean;
    readonly judgePromises: boolean;
    readonly recordView: boolean;
    readonly finalHref: string | null;
  };
}

interface DecisionShown {
  readonly decision: CouncilDecision;
  readonly version: HeldAgainst;
  /** Null: nobody opens a promise from here. */
  readonly reader?: PromiseReader | null;
}

const votesText = ({ votesFor, votesAgainst, votesAbstained }: CouncilDecision, t: ReturnType<typeof useTexts>): string =>
  votesFor === null || votesAgainst === null || votesAbstained === null
    ? t('decision.votesHidden')
    : t('decision.votesText', { for: votesFor, against: votesAgainst, abstained: votesAbstained });

export const DecisionSummary = ({ decision, version, reader = null }: DecisionShown) => {
  const t = useTexts();
  const { language } = usePage();
  return (
    <>
      <Summary
        rows={[
          { key: t('decision.outcome'), value: t(`outcome.${decision.decision}`) },
          { key: t('decision.reasons'), value: decision.reasons },
          { key: t('decision.on'), value: <Time on={decision.decidedOn} /> },
          {
            key: t('decision.votes'),
            value: votesText(decision, t),
          },
          ...(decision.expiresOn ? [{ key: t('decision.expires'), value: <Time on={decision.expiresOn} /> }] : []),
        ]}
      />
      {(decision.resets ?? []).map((reset) => (
        <Banner key={reset.at.getTime()} kind="warning">
          {resetWords(reset, language)}
        </Banner>
      ))}
      {decision.conditions.length > 0 ? <ConditionTable conditions={decision.conditions} version={version} reader={reader} /> : null}
    </>
  );
};

export const DecisionPart = ({ request, decisions, names, may, version, reader }: CaseActsProps) => {
  const t = useTexts();
  const name = (id: string | null): string => names.get(id ?? '') ?? '…';
  return (
    <section id="decision">
      <H2>{t('decision.heading', { body: useBodyName(request) })}</H2>
      {decisions.length === 0 ? <Text>{t('decision.none')}</Text> : null}
      {decisions.map((decision) => (
        <section key={decision.id}>
          <DecisionSummary decision={decision} version={version} reader={decision.confirmedAt ? reader : null} />
          {decision.rejectedAt ? <Text>{t('decision.rejected')}</Text> : null}
          {decision.confirmedAt ? (
            <Banner kind="success">
              {t(decision.paperSignatureId ? 'decision.confirmedByHand' : 'decision.confirmed', {
                recorder: name(decision.recordedBy),
                confirmer: name(decision.confirmedBy),
              })}
            </Banner>
          ) : null}
          {!decision.confirmedAt && !decision.rejectedAt ? (
            <Banner kind="warning">{t('decision.waits', { name: name(decision.recordedBy) })}</Banner>
          ) : null}
        </section>
      ))}
      {decisions.length > 0 ? <Warning>{t('decision.forgeable')}</Warning> : null}
      {may.confirm ? <ButtonLink href={consultationPaths.confirm(request.id)}>{t('decision.confirm')}</ButtonLink> : null}
      {may.decide ? <ButtonLink href={consultationPaths.decision(request.id)}>{t('decision.record')}</ButtonLink> : null}
    </section>
  );
};

export const ViewPart = ({ request, view, personnelMeeting, may }: CaseActsProps) => {
  const t = useTexts();
  if (!view && !may.recordView && !personnelMeeting) return null;
  return (
    <section id="view">
      <H2>{t(personnelMeeting ? 'staffMeeting.heading' : 'view.heading')}</H2>
      {view ? (
        <>
          <Text>{view.text}</Text>
          <Text>
            <Time on={view.viewedOn} />
          </Text>
        </>
      ) : null}
      {personnelMeeting ? (
        <>
          <Text>
            <Time on={personnelMeeting.heldOn} />
          </Text>
          <Text>{personnelMeeting.minutes}</Text>
          <Text>{t('staffMeeting.confirmedBy', { n: personnelMeeting.confirmedBy.length })}</Text>
        </>
      ) : null}
      {may.recordView ? <ButtonLink href={consultationPaths.view(request.id)}>{t('view.button')}</ButtonLink> : null}
    </section>
  );
};

const LeftOut = ({ decisions, final }: Pick<CaseActsProps, 'decisions' | 'final'>) => {
  const t = useTexts();
  const decision = decisions.find(({ id }) => id === final?.decisionId);
  const left = final && decision ? leftOutBy(decision, final) : [];
  if (left.length === 0) return null;
  return (
    <Banner kind="error" heading={t('outcome.refused')}>
      <Text>{t('final.leftOut')}</Text>
      <List items={left.map((one) => one.text)} />
    </Banner>
  );
};

export const FinalPart = ({ final, decisions, may }: CaseActsProps) => {
  const t = useTexts();
  return (
    <section id="final">
      <H2>{t('final.heading')}</H2>
      {final ? (
        <>
          <LeftOut decisions={decisions} final={final} />
          <Text>{final.text}</Text>
          <Text>
            {t('final.when')} <Time at={final.decidedAt} />. {t('final.from')} <Time on={final.effectiveOn} />.
          </Text>
        </>
      ) : (
        <Text>{t('final.none')}</Text>
      )}
      {may.finalHref ? <ButtonLink href={may.finalHref}>{t('final.take')}</ButtonLink> : null}
    </section>
  );
};
