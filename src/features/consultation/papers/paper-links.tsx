import { H2, Link, List, Tag, Text, usePage } from '../../../platform/ui/index.js';
import { text } from '../../../platform/i18n/index.js';
import type { CasePart } from '../case/case-part.js';
import { consultationPaths } from '../consultation.paths.js';
import { decisionOn } from '../domain/standing-acts.js';
import { casePapersCatalogue } from './case-papers.catalogue.js';
import type { CasePaper } from './paper.service.js';
import { signaturesOn } from './signature.repository.js';
import { signedPapersCatalogue } from './signed/signed-papers.catalogue.js';
import { signedPapersOf } from './signed/signed-papers.repository.js';

type Listed = Exclude<CasePaper, 'sheet'>;

interface LinksProps {
  readonly requestId: string;
  readonly papers: readonly Listed[];
  /** Of which a scan was confirmed. */
  readonly signed: readonly string[];
}
const PaperLinks = ({ requestId, papers, signed }: LinksProps) => {
  const { language } = usePage();
  const t = text(casePapersCatalogue, language);
  const s = text(signedPapersCatalogue, language);
  return (
    <section id="print">
      <H2>{t('list.heading')}</H2>
      <Text>{t('list.lead')}</Text>
      <List
        items={papers.map((paper) => {
          const name = t(`name.${paper}`);
          const href = consultationPaths.casePaper(requestId, paper);
          return (
            <>
              <Link href={href}>{t('list.dutch', { name })}</Link> (<Link href={`${href}?language=en`}>{t('list.english', { name })}</Link>){' '}
              {signed.includes(paper) ? <Tag kind="met">{s('tag')}</Tag> : null}
              <Text>
                <Link href={consultationPaths.signedPaper(requestId, paper)}>{s(signed.includes(paper) ? 'linkDone' : 'link')}</Link>
                {signed.includes(paper) && paper !== 'bundle' ? (
                  <>
                    {' · '}
                    <Link href={`${href}?as=mailed`}>{t('list.mailed', { name })}</Link>
                  </>
                ) : null}
              </Text>
            </>
          );
        })}
      />
    </section>
  );
};

/** Every paper of the case that there is, in Dutch and in English. */
export const paperLinks: CasePart = async (tx, { request, inHand: { file, acts } }) => {
  const decision = decisionOn(file, request.id);
  const there: Readonly<Record<Listed, boolean>> = {
    bundle: true,
    minutes: file.meetings.some(({ requestId }) => requestId === request.id) || acts.personnelMeeting !== null,
    decision: decision !== null,
    letter: file.finals.some(({ decisionId, kind }) => kind === 'introduction' || decisionId === decision?.id),
    nullity: file.nullities.length > 0,
  };
  const papers = (Object.keys(there) as Listed[]).filter((paper) => there[paper]);
  const scans = (await signedPapersOf(tx, request.id)).filter(({ outcome }) => outcome === 'confirmed').map(({ paper }) => paper);
  const byHand = (await signaturesOn(tx, request.id)).some(({ confirmedAt }) => confirmedAt !== null);
  const signed: readonly string[] = byHand ? [...scans, 'decision'] : scans;
  return <PaperLinks requestId={request.id} papers={papers} signed={signed} />;
};
