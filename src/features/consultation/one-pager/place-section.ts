import type { Dossier } from '../../../policy/index.js';
import type { OnePagerSection, Writer } from './one-pager.js';

const DIMENSIONS = [
  'contentLevel',
  'modeRank',
  'samplingRate',
  'intervalSeconds',
  'audioVideo',
  'liveView',
  'retentionDays',
  'viewers',
] as const;
type Place = NonNullable<Dossier['home']>;

const shown = (w: Writer, dimension: (typeof DIMENSIONS)[number], place: Place): string => {
  const value = place[dimension];
  if (value === null || value === undefined) return w.t('unknown');
  if (typeof value === 'boolean') return w.t(value ? 'yes' : 'no');
  if (dimension === 'contentLevel' || dimension === 'modeRank') return w.label(`home.${dimension}`, String(value)).toLowerCase();
  return String(value);
};

/** Home and office side by side: where they differ, both values. */
export const placeSection = ({ home, office }: Dossier, w: Writer): OnePagerSection => {
  const heading = w.t('place.heading');
  const [atHome, atOffice] = [home?.enabled, office?.enabled];
  if (!home || !office || typeof atHome !== 'boolean' || typeof atOffice !== 'boolean') return { heading, lines: [w.t('place.unknown')] };
  if (!atHome) return { heading, lines: [w.t(atOffice ? 'place.office' : 'place.unknown')] };
  if (!atOffice) return { heading, lines: [w.t('place.home')] };
  const differences = DIMENSIONS.filter((dimension) => (home[dimension] ?? null) !== (office[dimension] ?? null)).slice(0, 4);
  if (differences.length === 0) return { heading, lines: [w.t('place.same')] };
  const lines = differences.map((dimension) =>
    w.t('place.difference', { what: w.t(`dimension.${dimension}`), home: shown(w, dimension, home), office: shown(w, dimension, office) }),
  );
  return { heading, lines };
};
