import { ButtonLink, Code, Details, H2, H3, Link, Small, Table, Tag, Text, Time, usePage } from '../../../platform/ui/index.js';
import { roleName } from '../../../platform/i18n/index.js';
import { consultationPaths } from '../consultation.paths.js';
import type { Dispute } from '../domain/case-file.js';
import { isAnswered } from '../domain/disputes.js';
import type { Paper } from '../overview.repository.js';
import { useTexts } from './act-page.js';

export interface DisputesPartProps {
  readonly disputes: readonly Dispute[];
  readonly may: { readonly answerDisputes: boolean };
}
export const DisputesPart = ({ disputes, may }: DisputesPartProps) => {
  const t = useTexts();
  const { language } = usePage();
  return (
    <section id="disputes">
      <H2>{t('disputes.heading')}</H2>
      {disputes.length === 0 ? <Text>{t('disputes.none')}</Text> : null}
      {disputes.map((dispute) => (
        <section key={dispute.id}>
          <H3>{dispute.text}</H3>
          {dispute.about ? <Text>{t('disputes.line', { about: dispute.about })}</Text> : null}
          <Text>
            <Time at={dispute.raisedAt} />
          </Text>
          {dispute.answers.map((answer) => (
            <Text
              key={answer.byPerson}
            >{`${answer.byRole === 'or_chair' || answer.byRole === 'or_secretary' || answer.byRole === 'pvt_contact' ? roleName(answer.byRole, language) : ''}: ${answer.answer}`}</Text>
          ))}
          {isAnswered(dispute) ? null : (
            <>
              <Tag kind="blocked">{t('disputes.open')}</Tag>
              {may.answerDisputes ? (
                <ButtonLink href={consultationPaths.disputeAnswer(dispute.id)}>{t('disputes.answer')}</ButtonLink>
              ) : null}
            </>
          )}
        </section>
      ))}
    </section>
  );
};

/** Two columns, so that a phone shows each paper whole. */
const Copies = ({ papers }: { readonly papers: readonly Paper[] }) => {
  const t = useTexts();
  return (
    <Table
      caption={t('copies.table')}
      captionHidden
      head={[t('copies.what'), t('copies.file')]}
      rows={papers.map((one) => [
        <>
          {one.title}
          <Small>
            <Time at={one.at} />. {t('copies.count', { sent: one.handedOver, all: one.recipients, bounces: one.bounces })}
          </Small>
        </>,
        <>
          <Link href={consultationPaths.paper(one.id)}>{one.reference}</Link>
          <Small>
            <Code value={one.hash} short />
          </Small>
        </>,
      ])}
    />
  );
};

export const CopiesPart = ({ papers }: { readonly papers: readonly Paper[] }) => {
  const t = useTexts();
  const others = papers.filter(({ ofTool }) => !ofTool);
  return (
    <section id="copies">
      <H2>{t('copies.heading')}</H2>
      <Text>{t('copies.lead')}</Text>
      <Copies papers={papers.filter(({ ofTool }) => ofTool)} />
      {others.length > 0 ? (
        <Details summary={t('copies.others')}>
          <Copies papers={others} />
        </Details>
      ) : null}
    </section>
  );
};
