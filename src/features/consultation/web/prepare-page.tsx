import {
  Banner,
  ButtonLink,
  ErrorSummary,
  Form,
  Button,
  H1,
  H2,
  Lead,
  Link,
  List,
  Shell,
  Text,
  Warning,
  usePage,
} from '../../../platform/ui/index.js';
import { text } from '../../../platform/i18n/index.js';
import { IdentityFields } from '../../people/index.js';
import { competenceCatalogue } from '../competence/competence.catalogue.js';
import { consultationPaths } from '../consultation.paths.js';
import { frameworkPaths } from '../frameworks/frameworks.paths.js';
import { useFrameworkTexts } from '../frameworks/web/frameworks-page.js';
import type { OnePager } from '../one-pager/one-pager.js';
import { UnmetList, type Unmet, useTexts } from './act-page.js';
import { prepareCatalogue } from '../prepare.catalogue.js';
import { RequestForm, type RequestFormProps } from './request-form.js';
import { OnePageView } from './one-page-view.js';

export interface ShownGap {
  readonly text: string;
  /** A field of this page, or a requirement in the dossier. */
  readonly place: string;
  readonly stops: boolean;
}
export interface PreparePageProps extends RequestFormProps {
  readonly toolName: string;
  readonly dossierHref: string;
  readonly withMembers: boolean;
  readonly gaps: readonly ShownGap[];
  readonly unmet: readonly Unmet[];
  readonly onePage: OnePager;
  readonly standing: { readonly requestId: string } | null;
  readonly maySend: boolean;
}

const isField = (place: string): boolean => !/^E\d+$/.test(place);

/** What is missing, each with the way to where it is mended. */
const Gaps = ({ gaps, dossierHref }: PreparePageProps) => {
  const p = text(prepareCatalogue, usePage().language);
  const link = ({ text: words, place }: ShownGap) => <Link href={isField(place) ? `#${place}` : `${dossierHref}#${place}`}>{words}</Link>;
  const [stops, follows] = [gaps.filter((gap) => gap.stops), gaps.filter((gap) => !gap.stops)];
  if (gaps.length === 0) return <Banner kind="success">{p('complete')}</Banner>;
  return (
    <>
      {stops.length > 0 ? (
        <Banner kind="warning" heading={p('missing')}>
          <List items={stops.map(link)} />
        </Banner>
      ) : null}
      {follows.length > 0 ? (
        <Banner heading={p('follows')}>
          <List items={follows.map(link)} />
        </Banner>
      ) : null}
    </>
  );
};

const Check = (props: PreparePageProps) => {
  const t = useTexts();
  return (
    <>
      <H2>{t('prepare.attached')}</H2>
      <Gaps {...props} />
      <H2>{t('prepare.check')}</H2>
      <OnePageView page={props.onePage} />
    </>
  );
};

const Send = (props: PreparePageProps) => {
  const t = useTexts();
  if (props.unmet.length > 0) {
    return (
      <Banner kind="warning" heading={t('prepare.unmet')}>
        <UnmetList unmet={props.unmet} />
      </Banner>
    );
  }
  if (props.gaps.some(({ stops }) => stops)) return null;
  if (!props.maySend) return <Text>{t('prepare.director')}</Text>;
  return (
    <Form action={consultationPaths.send(props.toolId, props.number)} idempotencyKey={props.keyOfPress}>
      {props.identity ? <IdentityFields asked={props.identity} errors={props.errors} /> : null}
      <Warning>{t('send.consequence')}</Warning>
      <Button>{t(props.withMembers ? 'send.button' : 'send.buttonStaff')}</Button>
    </Form>
  );
};

/** HR writes; everyone sees exactly what the council will get; the director sends. */
export const PreparePage = (props: PreparePageProps) => {
  const t = useTexts();
  const title = t('prepare.title');
  return (
    <Shell
      title={title}
      error={(props.errors?.length ?? 0) > 0}
      crumbs={[{ text: props.toolName, href: props.dossierHref }, { text: title }]}
    >
      <ErrorSummary errors={props.errors} />
      <H1 caption={t('council.version', { tool: props.toolName, number: props.number })}>{title}</H1>
      <Lead>{t(props.withMembers ? 'prepare.lead' : 'prepare.leadStaff')}</Lead>
      {props.standing ? (
        <Banner heading={t('prepare.standing')}>
          <ButtonLink href={consultationPaths.request(props.standing.requestId)}>{t('prepare.toRequest')}</ButtonLink>
        </Banner>
      ) : (
        <>
          <RequestForm {...props} />
          <Check {...props} />
          <Send {...props} />
        </>
      )}
      {props.withMembers ? (
        <Text>
          <Link href={consultationPaths.competence(props.toolId, props.number)}>
            {text(competenceCatalogue, usePage().language)('link')}
          </Link>
        </Text>
      ) : null}
      <Text>
        <Link href={frameworkPaths.version(props.toolId, props.number)}>{useFrameworkTexts()('prepare.link')}</Link>
      </Text>
      <Text>
        <Link href={consultationPaths.claim(props.toolId, props.number)}>{t('prepare.claim')}</Link>
      </Text>
    </Shell>
  );
};
