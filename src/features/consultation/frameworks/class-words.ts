import type { Language } from '../../../kernel/actor.js';
import { text } from '../../../platform/i18n/index.js';
import type { Outside } from '../../../policy/index.js';
import { categoryName, limitText, valueLabel } from '../../tools/index.js';
import type { AgreedClass } from './domain/framework.js';
import { frameworksCatalogue } from './frameworks.catalogue.js';

/** What a class lets in, in words: a name and a value for each line. */
export const classWords = (
  { scope, limits }: Pick<AgreedClass, 'scope' | 'limits'>,
  language: Language,
): readonly (readonly [string, string])[] => {
  const t = text(frameworksCatalogue, language);
  const listed = (words: readonly string[]): string => (words.length > 0 ? words.join(', ') : t('nothing'));
  const values = (attribute: string, codes: readonly string[]): string =>
    listed(codes.map((code) => valueLabel(attribute, code, language)));
  const yes = (holds: boolean): string => t(holds ? 'yes' : 'no');
  return [
    [t('scope.categories'), listed(scope.categories.map((code) => categoryName(code, language)))],
    [t('scope.modes'), values('capture.modes', scope.modes)],
    [t('scope.purposes'), values('purposes[].code', scope.purposes)],
    [t('scope.data'), values('tool.dataCategories[].code', scope.dataCategories)],
    [t('scope.level'), t(`level.${scope.contentLevelMax}`)],
    [t('scope.sensors'), listed(scope.sensors.map((sensor) => t(`sensor.${sensor as 'audio' | 'video' | 'location'}`)))],
    [t('scope.home'), yes(scope.atHome)],
    [t('scope.private'), yes(scope.privateDevices)],
    [t('scope.limits'), limits.length > 0 ? limits.map(({ limit }) => limitText(limit, language)).join(' ') : t('nothing')],
  ];
};

/** Why a version lies outside, in one sentence each. */
export const outsideWords = (outside: readonly Outside[], language: Language): readonly string[] => {
  const t = text(frameworksCatalogue, language);
  return outside.map(({ code, limit }) =>
    limit ? t('outside.limit', { limit: limitText(limit, language) }) : t(`outside.${code}`, { limit: '' }),
  );
};
