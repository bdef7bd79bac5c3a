import type { Role } from '../../../kernel/actor.js';
import { roleName, text } from '../../../platform/i18n/index.js';
import { H2, Link, Small, Table, Text, Time, usePage } from '../../../platform/ui/index.js';
import type { TimelineEntry } from '../../evidence/index.js';
import { toolPaths } from '../../tools/index.js';
import { caseCatalogue } from '../case/case.catalogue.js';
import { consultationCatalogue } from '../consultation.catalogue.js';
import { consultationPaths } from '../consultation.paths.js';
import { frameworkPaths } from '../frameworks/frameworks.paths.js';
import type { LightAct } from '../frameworks/light-acts.repository.js';
import { actOf, type Place } from './timeline-acts.js';
import { timelineCatalogue } from './timeline.catalogue.js';

export interface TimelineProps {
  readonly toolId: string;
  /** The case whose pages an act leads to; null where there is no request. */
  readonly requestId: string | null;
  readonly timeline: readonly TimelineEntry[];
  /** What happened under a framework, for who may read it. */
  readonly lights: readonly LightAct[];
  /** Of members who objected; empty for who is not of the body. */
  readonly names: ReadonlyMap<string, string>;
}

const useWords = () => text(timelineCatalogue, usePage().language);

/** Where more of an act stands: the version under a framework, a page of the case, or the dossier. */
const usePlace = ({ toolId, requestId }: Pick<TimelineProps, 'toolId' | 'requestId'>) => {
  const { language } = usePage();
  const [w, c] = [useWords(), text(caseCatalogue, language)];
  return (place: Place, light: LightAct | undefined): { readonly href: string; readonly page: string } | null => {
    if (light) return { href: frameworkPaths.light(light.consentId), page: w('light') };
    if (place === 'dossier') return { href: toolPaths.dossier(toolId), page: w('dossier') };
    return place && requestId ? { href: consultationPaths.casePage(requestId, place), page: c(`tab.${place}`) } : null;
  };
};

const Said = ({ light, name }: { readonly light: LightAct; readonly name: string | undefined }) => {
  const w = useWords();
  if (light.reason === null) return null;
  return <Text>{name ? w('objectionBy', { name, reason: light.reason }) : w('objection', { reason: light.reason })}</Text>;
};

/** Everything that happened with a tool in one list, oldest first, with the references that stand in the mails and on the papers. */
export const Timeline = ({ timeline, lights, names, ...of }: TimelineProps) => {
  const { language } = usePage();
  const t = text(consultationCatalogue, language);
  const w = useWords();
  const placeOf = usePlace(of);
  const rows = timeline.flatMap((entry) => {
    const act = actOf(entry.type);
    if (!act) return [];
    const light = lights.find(({ type, at }) => type === entry.type && at.getTime() === entry.at.getTime());
    const place = placeOf(act.place, light);
    return [
      [
        <Time at={entry.at} />,
        <>
          {act.words[language]}
          {light ? <Said light={light} name={names.get(light.byPerson)} /> : null}
          <Small>
            {w('by', { role: roleName(entry.actorRole as Role, language), reference: entry.reference })}
            {place ? (
              <>
                {' · '}
                <Link href={place.href}>{place.page}</Link>
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
