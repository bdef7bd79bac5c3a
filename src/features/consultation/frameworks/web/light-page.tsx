import { formatDay, formatInstantDay } from '../../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  H1,
  H2,
  Inset,
  Lead,
  Link,
  List,
  Shell,
  Text,
  usePage,
  Warning,
} from '../../../../platform/ui/index.js';
import { IdentityFields } from '../../../people/index.js';
import { toolPaths } from '../../../tools/index.js';
import { Timeline } from '../../timeline/timeline.js';
import { typedText, type Typed } from '../../web/act-page.js';
import { OnePageView } from '../../web/one-page-view.js';
import { grantOf } from '../domain/framework.js';
import type { ReadLight } from '../framework-reading.service.js';
import { frameworkPaths } from '../frameworks.paths.js';
import { ClassView, ColourTag, useFrameworkTexts } from './frameworks-page.js';

export interface LightPageProps extends Typed {
  readonly read: ReadLight;
  readonly may: { readonly object: boolean; readonly accept: boolean; readonly revoke: boolean };
}

const RED: readonly string[] = ['objected', 'revoked', 'outside', 'ended', 'full_case'];

const StateBanner = ({ read: { state, lastDay, light } }: Pick<LightPageProps, 'read'>) => {
  const t = useFrameworkTexts();
  const { language } = usePage();
  const words = {
    stands: t('light.stands'),
    unmailed: t('light.unmailed'),
    running: t('light.until', { day: lastDay ? formatDay(lastDay, language) : '' }),
    yes_missing: t('light.yesMissing'),
    outside: t('light.outside'),
    ended: t('light.ended'),
    objected: t('light.objected'),
    revoked: t('light.revoked'),
    full_case: t('light.fullCase'),
  } as const;
  return (
    <Banner kind={RED.includes(state) ? 'warning' : 'info'} heading={words[state]}>
      {light.agreed.colour === 'amber' ? <Text>{t('light.yes', { n: light.acceptances.length })}</Text> : null}
    </Banner>
  );
};

const ObjectForm = ({ read, typed, errors }: LightPageProps) => {
  const t = useFrameworkTexts();
  return (
    <>
      <H2>{t('object.heading')}</H2>
      <Text>{t('object.explained')}</Text>
      <Form action={frameworkPaths.objection(read.light.id)}>
        <Field
          name="reason"
          type="textarea"
          rows={4}
          limit={2000}
          label={t('object.reason')}
          value={typedText(typed, 'reason')}
          error={errorOf(errors, 'reason')}
        />
        <Button kind="warning">{t('object.button')}</Button>
      </Form>
    </>
  );
};

const AcceptForm = ({ read, errors, identity, keyOfPress }: LightPageProps) => {
  const t = useFrameworkTexts();
  return (
    <>
      <H2>{t('accept.heading')}</H2>
      <Text>{t('accept.explained')}</Text>
      <Form action={frameworkPaths.acceptance(read.light.id)} idempotencyKey={keyOfPress}>
        {identity ? <IdentityFields asked={identity} errors={errors} /> : null}
        <Warning>{t('silence')}</Warning>
        <Button>{t('accept.button')}</Button>
      </Form>
    </>
  );
};

const Objections = ({ read: { light, names } }: Pick<LightPageProps, 'read'>) => {
  const t = useFrameworkTexts();
  const { language } = usePage();
  return (
    <List
      items={light.objections.map(({ byPerson, reason, at }) => {
        const name = names.get(byPerson);
        const said = t('light.objection', { day: formatInstantDay(at, language), reason });
        return name ? `${said} (${name})` : said;
      })}
    />
  );
};

/** What a member reads and can do about a version under a framework: the basis of the consent, the last day, the one page, and the two acts. */
export const LightPage = (props: LightPageProps) => {
  const t = useFrameworkTexts();
  const { language } = usePage();
  const { light, version, state, bundle } = props.read;
  const grant = grantOf(light.framework);
  const colour = RED.includes(state) ? ('red' as const) : light.agreed.colour;
  const title = t('light.title', { tool: version.toolName, number: version.number, colour: t(`colour.${colour}`).toLowerCase() });
  const crumbs = [
    { text: t('title'), href: frameworkPaths.list },
    { text: light.framework.title, href: frameworkPaths.framework(light.frameworkId) },
    { text: title },
  ];
  return (
    <Shell title={title} error={(props.errors?.length ?? 0) > 0} crumbs={crumbs}>
      <ErrorSummary errors={props.errors} />
      <H1>{title}</H1>
      <Text>
        <ColourTag colour={colour} />
      </Text>
      <Lead>{t('light.lead', { framework: light.framework.title })}</Lead>
      <StateBanner read={props.read} />
      {grant ? <Inset>{t('light.basis', { day: formatDay(grant.decidedOn, language), reference: grant.reference })}</Inset> : null}
      <Text>{t('silence')}</Text>
      {light.objections.length > 0 ? <Objections read={props.read} /> : null}
      {props.may.object ? <ObjectForm {...props} /> : null}
      {props.may.accept ? <AcceptForm {...props} /> : null}
      {props.may.revoke ? (
        <Text>
          <Link href={frameworkPaths.revocation(light.id)}>{t('light.revoke')}</Link>
        </Text>
      ) : null}
      <H2>{t('light.explanation')}</H2>
      <Text>{light.explanation}</Text>
      {bundle ? <OnePageView page={bundle.onePage[language]} /> : null}
      <ClassView agreed={light.agreed} />
      <List
        items={[
          <Link href={toolPaths.dossier(version.toolId)}>{t('light.dossier')}</Link>,
          ...(version.number > 1
            ? [<Link href={toolPaths.diff(version.toolId, version.number, version.number - 1)}>{t('light.diff')}</Link>]
            : []),
        ]}
      />
      <Timeline {...props.read.timeline} requestId={null} />
    </Shell>
  );
};
