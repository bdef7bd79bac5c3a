import { text } from '../../../platform/i18n/index.js';
import { H2, Link, List, Small, usePage } from '../../../platform/ui/index.js';
import { roomOf, roomPaths } from '../../council/index.js';
import type { SeenCase } from '../case/case-part.js';
import { constituencyPaths } from '../constituency/constituency.paths.js';
import { guestPaths } from '../guests/guests.paths.js';
import { sharingCatalogue } from '../sharing.catalogue.js';

const useSharingTexts = () => text(sharingCatalogue, usePage().language);

/** What only the members of the body find on the page of a case. */
export const SharingPart = ({ request, actor }: Pick<SeenCase, 'request' | 'actor'>) => {
  const t = useSharingTexts();
  if (!roomOf(actor)) return null;
  return (
    <section id="council-only">
      <H2>{t('part.heading')}</H2>
      <List
        items={[
          <>
            <Link href={roomPaths.discussion(request.id)}>{t('part.discuss')}</Link>
            <Small>{t('part.discussHint')}</Small>
          </>,
          <>
            <Link href={guestPaths.links(request.id)}>{t('part.guests')}</Link>
            <Small>{t('part.guestsHint')}</Small>
          </>,
          <>
            <Link href={constituencyPaths.rounds(request.id)}>{t('part.constituency')}</Link>
            <Small>{t('part.constituencyHint')}</Small>
          </>,
        ]}
      />
    </section>
  );
};
