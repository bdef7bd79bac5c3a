import type { Dossier } from '../../../policy/index.js';
import type { OnePagerKey } from './one-pager.catalogue.js';
import { onePagerCatalogue } from './one-pager.catalogue.js';
import type { OnePagerInput, OnePagerSection, Writer } from './one-pager.js';

/** A kind is named only when the dossier says no; what nobody answered is not promised. */
const KINDS: readonly (readonly [OnePagerKey, (dossier: Dossier) => boolean])[] = [
  ['kind.content', ({ capture }) => capture?.contentLevel === 0 || capture?.contentLevel === 1],
  ['kind.audio', ({ capture }) => capture?.audio === false],
  ['kind.video', ({ capture }) => capture?.video === false],
  ['kind.location', ({ capture }) => capture?.location === false],
  ['kind.behaviour', ({ tool }) => tool?.behaviourDetection === false],
  ['kind.mood', ({ tool }) => tool?.emotion?.inferredByAi === false],
  ['kind.score', ({ tool }) => tool?.profiling === false],
  ['kind.nightly', ({ capture }) => capture?.schedule?.workingHoursOnly === true],
];

const isKnown = (key: string): key is OnePagerKey => key in onePagerCatalogue.nl;
const nameOf = ({ t, plain }: Writer, code: string): string => {
  const key = `cap.${code}`;
  return isKnown(key) ? t(key) : plain(code);
};

export const notCapturedSection = ({ dossier, capabilities }: OnePagerInput, w: Writer): OnePagerSection => {
  const never = KINDS.filter(([, excluded]) => excluded(dossier)).map(([key]) => w.t(key));
  const off = capabilities.filter(({ can, on }) => can === true && on === false);
  const named = (list: typeof off) =>
    list
      .slice(0, 5)
      .map(({ code }) => nameOf(w, code))
      .join(', ');
  const within = off.filter(({ reach }) => reach === 'one_admin');
  const beyond = off.filter(({ reach }) => reach !== 'one_admin');
  const lines = [
    ...(never.length ? [w.t('not.list', { items: never.join(', ') })] : []),
    ...(beyond.length ? [w.t('not.off', { items: named(beyond) })] : []),
    ...(within.length ? [w.t('not.reach', { items: named(within) })] : []),
  ];
  return { heading: w.t('not.heading'), lines: [...(lines.length ? lines : [w.t('not.none')]), w.t('not.protected')] };
};
