import type { Role } from '../../../kernel/actor.js';
import { roleName, text } from '../../../platform/i18n/index.js';
import { H2, Link, Small, Table, Text, Time, usePage } from '../../../platform/ui/index.js';
import { timelineOf, type TimelineEntry } from '../../evidence/index.js';
import { toolPaths } from '../../tools/index.js';
import type { CasePart, SeenCase } from '../case/case-part.js';
import { caseCatalogue } from '../case/case.catalogue.js';
import { consultationCatalogue } from '../consultation.catalogue.js';
import { consultationPaths } from '../consultation.paths.js';
import { voteEntries } from '../voting/vote-entries.js';
import { actOf } from './timeline-acts.js';
import { timelineCatalogue } from './timeline.catalogue.js';

const Timeline = ({ request, timeline }: Pick<SeenCase, 'request'> & { readonly timeline: readonly TimelineEntry[] }) => {
  const { language } = usePage();
  const t = text(consultationCatalogue, language);
  const c = text(caseCatalogue, language);
  const w = text(timelineCatalogue, language);
  const rows = timeline.flatMap((entry) => {
    const act = actOf(entry.type);
    if (!act) return [];
    const { place, words } = act;
    const dossier = place === 'dossier';
    const href = dossier ? toolPaths.dossier(request.toolId) : place && consultationPaths.casePage(request.id, place);
    const page = dossier ? w('dossier') : place && c(`tab.${place}`);
    return [
      [
        <Time at={entry.at} />,
        <>
          {words[language]}
          <Small>
            {w('by', { role: roleName(entry.actorRole as Role, language), reference: entry.reference })}
            {href && page ? (
              <>
                {' · '}
                <Link href={href}>{page}</Link>
              </>
            ) : null}
          </Small>
        </>,
      ],
    ];
  });
  return (
    <section id="timeline">
      <H2>{t('timeline.heading')}</H2>
      <Text>{w('lead')}</Text>
      <Table caption={t('timeline.table')} captionHidden head={[t('timeline.when'), t('timeline.what')]} rows={rows} />
    </section>
  );
};

/** The whole case in one list, oldest first, with the references that stand in the mails and on the papers. */
export const timelinePart: CasePart = async (tx, { request, actor }) => {
  const all = [...(await timelineOf(tx, request.toolId)), ...(await voteEntries(tx, actor, request.id))];
  return <Timeline request={request} timeline={all.sort((a, b) => a.at.getTime() - b.at.getTime())} />;
};
