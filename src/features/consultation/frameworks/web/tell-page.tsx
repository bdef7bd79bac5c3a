import {
  Banner,
  ButtonLink,
  errorOf,
  Field,
  H1,
  H2,
  Lead,
  Link,
  List,
  Radios,
  Shell,
  Text,
  usePage,
} from '../../../../platform/ui/index.js';
import { consultationPaths } from '../../consultation.paths.js';
import { ActPage, typedText, type Typed, type Unmet, UnmetList } from '../../web/act-page.js';
import { outsideWords } from '../class-words.js';
import type { Judged } from '../framework-reading.service.js';
import { frameworkPaths } from '../frameworks.paths.js';
import { ColourTag, useFrameworkTexts } from './frameworks-page.js';

export interface TellPageProps extends Typed {
  readonly toolId: string;
  readonly toolName: string;
  readonly number: number;
  readonly dossierHref: string;
  readonly judged: readonly Judged[];
  readonly isOpen: boolean;
  readonly toldId: string | null;
  readonly unmet: readonly Unmet[];
  readonly papersComplete: boolean;
  readonly mayTell: boolean;
}

const JudgedView = ({ framework, colour, outside }: Judged) => {
  const t = useFrameworkTexts();
  const { language } = usePage();
  const inside = colour !== 'red';
  return (
    <>
      <H2>{framework.title}</H2>
      <ColourTag colour={colour} />
      <Text>
        {inside
          ? t('tell.inside', { framework: framework.title, colour: t(`colour.${colour}`).toLowerCase() })
          : t('tell.outside', { framework: framework.title })}
      </Text>
      {outside
        .filter(({ agreed }) => !inside || agreed.colour === 'green')
        .map(({ agreed, why }) => (
          <section key={agreed.id}>
            {inside ? (
              <Text>{t('tell.outsideGreen')}</Text>
            ) : (
              <Text>{t('class', { colour: t(`colour.${agreed.colour}`).toLowerCase() })}</Text>
            )}
            <List items={outsideWords(why, language)} />
          </section>
        ))}
    </>
  );
};

const Stopped = (props: TellPageProps) => {
  const t = useFrameworkTexts();
  if (props.toldId)
    return (
      <Banner heading={t('tell.told')}>
        <Link href={frameworkPaths.light(props.toldId)}>{t('tell.toldLink')}</Link>
      </Banner>
    );
  if (!props.isOpen) return <Banner kind="warning">{t('tell.full-case')}</Banner>;
  if (props.unmet.length === 0 && props.papersComplete) return null;
  return (
    <Banner kind="warning" heading={t('tell.unmet')}>
      <UnmetList unmet={props.unmet} />
      {props.papersComplete ? null : <Text>{t('tell.papers')}</Text>}
    </Banner>
  );
};

type Inside = Pick<TellPageProps, 'typed' | 'errors'> & { readonly inside: readonly Judged[] };
const TellFields = ({ inside, typed, errors }: Inside) => {
  const t = useFrameworkTexts();
  return (
    <>
      <Radios
        name="frameworkId"
        label={t('tell.which')}
        items={inside.map(({ framework, colour }) => ({
          value: framework.id,
          text: `${framework.title}: ${t(`colour.${colour}`).toLowerCase()}`,
        }))}
        value={typedText(typed, 'frameworkId') ?? (inside.length === 1 ? inside[0]?.framework.id : undefined)}
        error={errorOf(errors, 'frameworkId')}
      />
      <Field
        name="explanation"
        type="textarea"
        limit={4000}
        label={t('tell.explanation')}
        value={typedText(typed, 'explanation')}
        error={errorOf(errors, 'explanation')}
      />
      <Text>{t('silence')}</Text>
    </>
  );
};

const Classes = (props: TellPageProps) => {
  const t = useFrameworkTexts();
  return (
    <>
      {props.judged.length === 0 ? <Text>{t('tell.none')}</Text> : null}
      {props.judged.map((one) => (
        <JudgedView key={one.framework.id} {...one} />
      ))}
      <Stopped {...props} />
    </>
  );
};

const NotYet = (props: TellPageProps) => {
  const t = useFrameworkTexts();
  return (
    <Shell title={t('tell.title')} crumbs={[{ text: props.toolName, href: props.dossierHref }, { text: t('tell.title') }]}>
      <H1 caption={t('version', { tool: props.toolName, number: props.number })}>{t('tell.title')}</H1>
      <Lead>{t('tell.lead')}</Lead>
      <Classes {...props} />
      {props.mayTell && !props.toldId ? (
        <ButtonLink kind="secondary" href={consultationPaths.prepare(props.toolId, props.number)}>
          {t('tell.full')}
        </ButtonLink>
      ) : null}
    </Shell>
  );
};

/** The class of a version, with the reason of each; and the act of telling the council, where nothing stands in its way. */
export const TellPage = (props: TellPageProps) => {
  const t = useFrameworkTexts();
  const inside = props.judged.filter(({ colour }) => colour !== 'red');
  const ready = props.isOpen && !props.toldId && props.unmet.length === 0 && props.papersComplete && inside.length > 0;
  if (!ready || !props.mayTell) return <NotYet {...props} />;
  return (
    <ActPage
      title={t('tell.title')}
      crumbs={[{ text: props.toolName, href: props.dossierHref }]}
      lead={t('tell.lead')}
      before={<Classes {...props} />}
      action={frameworkPaths.version(props.toolId, props.number)}
      consequence={t('tell.consequence')}
      button={t('tell.button')}
      errors={props.errors}
      identity={props.identity}
      keyOfPress={props.keyOfPress}
    >
      <TellFields inside={inside} typed={props.typed} errors={props.errors} />
    </ActPage>
  );
};
