import { text } from '../../../../platform/i18n/index.js';
import {
  ButtonLink,
  H1,
  H2,
  Inset,
  Lead,
  Link,
  Shell,
  Small,
  Summary,
  Table,
  Tag,
  Text,
  Time,
  usePage,
} from '../../../../platform/ui/index.js';
import type { Body } from '../../domain/case-file.js';
import { useBodyName } from '../../web/of-request.js';
import { classWords } from '../class-words.js';
import type { AgreedClass, Framework, FrameworkState } from '../domain/framework.js';
import { frameworksCatalogue } from '../frameworks.catalogue.js';
import { frameworkPaths } from '../frameworks.paths.js';

export const useFrameworkTexts = () => text(frameworksCatalogue, usePage().language);

const KINDS = {
  proposed: 'waiting',
  waiting: 'waiting',
  standing: 'met',
  refused: 'blocked',
  ended: 'na',
  lapsed: 'na',
} as const satisfies Record<FrameworkState, string>;
export const StateTag = ({ state, body }: { readonly state: FrameworkState; readonly body: Body }) => {
  const t = useFrameworkTexts();
  return <Tag kind={KINDS[state]}>{t(`state.${state}`, { body: useBodyName({ body }) })}</Tag>;
};

const COLOURS = { green: 'met', amber: 'waiting', red: 'blocked' } as const;
export const ColourTag = ({ colour }: { readonly colour: keyof typeof COLOURS }) => {
  const t = useFrameworkTexts();
  return <Tag kind={COLOURS[colour]}>{t(`colour.${colour}`)}</Tag>;
};

/** A class with what it means and what it lets in. */
export const ClassView = ({ agreed }: { readonly agreed: AgreedClass }) => {
  const t = useFrameworkTexts();
  const { language } = usePage();
  return (
    <>
      <H2>{t('class', { colour: t(`colour.${agreed.colour}`).toLowerCase() })}</H2>
      <Text>{t(`means.${agreed.colour}`)}</Text>
      <Summary rows={classWords(agreed, language).map(([key, value]) => ({ key, value }))} />
    </>
  );
};

export interface FrameworksPageProps {
  readonly rows: readonly { readonly framework: Framework; readonly state: FrameworkState }[];
  /** Who agrees on them. */
  readonly body: Body;
  readonly mayPropose: boolean;
}
export const FrameworksPage = ({ rows, body, mayPropose }: FrameworksPageProps) => {
  const t = useFrameworkTexts();
  return (
    <Shell title={t('title')}>
      <H1>{t('title')}</H1>
      <Lead>{t('lead')}</Lead>
      <Text>{t('colours')}</Text>
      <Inset>{t('silence')}</Inset>
      <Table
        caption={t('table')}
        captionHidden
        head={[t('head.framework'), t('head.state')]}
        rows={rows.map(({ framework, state }) => [
          <Link href={frameworkPaths.framework(framework.id)}>{framework.title}</Link>,
          <>
            <StateTag state={state} body={body} />
            <Small>
              {t('head.ends')} <Time on={framework.endsOn} />
            </Small>
          </>,
        ])}
        empty={t('none')}
      />
      {mayPropose ? <ButtonLink href={frameworkPaths.propose}>{t('propose.link')}</ButtonLink> : null}
    </Shell>
  );
};
