import { H2, Link, List, Text, usePage } from '../../../platform/ui/index.js';
import { text } from '../../../platform/i18n/index.js';
import type { CasePart } from '../case/case-part.js';
import { consultationPaths } from '../consultation.paths.js';
import { decisionOn } from '../domain/standing-acts.js';
import { casePapersCatalogue } from './case-papers.catalogue.js';
import type { CasePaper } from './paper.service.js';

type Listed = Exclude<CasePaper, 'sheet'>;

const PaperLinks = ({ requestId, papers }: { readonly requestId: string; readonly papers: readonly Listed[] }) => {
  const t = text(casePapersCatalogue, usePage().language);
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
              <Link href={href}>{t('list.dutch', { name })}</Link> (<Link href={`${href}?language=en`}>{t('list.english', { name })}</Link>)
            </>
          );
        })}
      />
    </section>
  );
};

/** Every paper of the case that there is, in Dutch and in English. */
export const paperLinks: CasePart = (_tx, { request, inHand: { file, acts } }) => {
  const decision = decisionOn(file, request.id);
  const there: Readonly<Record<Listed, boolean>> = {
    bundle: true,
    minutes: file.meetings.some(({ requestId }) => requestId === request.id) || acts.personnelMeeting !== null,
    decision: decision !== null,
    letter: file.finals.some(({ decisionId, kind }) => kind === 'introduction' || decisionId === decision?.id),
    nullity: file.nullities.length > 0,
  };
  const papers = (Object.keys(there) as Listed[]).filter((paper) => there[paper]);
  return Promise.resolve(<PaperLinks requestId={request.id} papers={papers} />);
};
