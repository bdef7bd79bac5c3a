import {
  Banner,
  Button,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  H1,
  H2,
  Lead,
  Radios,
  Shell,
  Summary,
  Text,
  Time,
  usePage,
  Warning,
} from '../../../../platform/ui/index.js';
import { text } from '../../../../platform/i18n/index.js';
import { IdentityFields } from '../../../people/index.js';
import { frameworksCatalogue } from '../../frameworks/frameworks.catalogue.js';
import { frameworkPaths } from '../../frameworks/frameworks.paths.js';
import { type Typed, typedText } from '../../web/act-page.js';
import { LIGHT_GROUNDS } from '../domain/revocation.js';
import type { LightRevocationService } from '../light-revocation.service.js';
import { useAfterTexts } from './after-texts.js';

interface Props extends Typed {
  readonly read: Awaited<ReturnType<LightRevocationService['read']>>;
}

const Noted = ({ read: { revocation, light, may, identity }, errors }: Props) => {
  const t = useAfterTexts();
  if (!revocation) return null;
  const waits = revocation.ground === 'renegotiated' ? 'revocation.waitsDirector' : 'revocation.waits';
  return (
    <>
      <Banner kind={revocation.revokedAt ? 'success' : 'warning'}>
        <Text>{t(revocation.revokedAt ? 'revocation.revoked' : waits)}</Text>
      </Banner>
      <Summary
        rows={[
          { key: t('revocation.ground'), value: t(`revoke.${revocation.ground}`) },
          ...(revocation.namedWords ? [{ key: t('revocation.words'), value: revocation.namedWords }] : []),
          { key: t('revocation.explanation'), value: revocation.explanation },
          { key: t('revocation.recorded'), value: <Time at={revocation.recordedAt} /> },
        ]}
      />
      {may.said ? <Text>{t('revocation.mine')}</Text> : null}
      {may.confirm ? (
        <Form action={frameworkPaths.revocationConfirmation(light.id)}>
          <IdentityFields asked={identity} errors={errors} />
          <Warning>{t('revoke.consequence')}</Warning>
          <Button kind="warning">{t('revocation.confirm')}</Button>
        </Form>
      ) : null}
    </>
  );
};

const Noting = ({ read: { light, identity, revocation }, typed, errors, keyOfPress }: Props) => {
  const t = useAfterTexts();
  return (
    <section id="revoke">
      {revocation ? <H2>{t('revoke.again')}</H2> : null}
      <Text>{t('revoke.lightGrounds')}</Text>
      <Form action={frameworkPaths.revocation(light.id)} idempotencyKey={keyOfPress}>
        <Radios
          name="ground"
          label={t('revoke.ground')}
          items={[...LIGHT_GROUNDS, 'other' as const].map((value) => ({
            value,
            text: t(`revoke.${value}`),
            hint: value === 'renegotiated' ? t('revoke.renegotiatedHint') : undefined,
          }))}
          value={typedText(typed, 'ground')}
          error={errorOf(errors, 'ground')}
        />
        <Field
          name="namedWords"
          optional
          type="textarea"
          rows={3}
          limit={1000}
          label={t('revoke.words')}
          hint={t('revoke.wordsHint')}
          value={typedText(typed, 'namedWords')}
          error={errorOf(errors, 'namedWords')}
        />
        <Field
          name="explanation"
          type="textarea"
          limit={4000}
          label={t('revoke.explanation')}
          value={typedText(typed, 'explanation')}
          error={errorOf(errors, 'explanation')}
        />
        <IdentityFields asked={identity} errors={errors} />
        <Warning>{t('revoke.consequence')}</Warning>
        <Button kind="warning">{t('revoke.button')}</Button>
      </Form>
    </section>
  );
};

/** One consent under a framework, to be taken back while the framework stays. */
export const LightRevocationPage = (props: Props) => {
  const t = useAfterTexts();
  const { language } = usePage();
  const { read, errors } = props;
  const { light, version, may, revocation } = read;
  const title = t('revoke.title', { tool: version.toolName });
  const crumbs = [
    { text: text(frameworksCatalogue, language)('title'), href: frameworkPaths.list },
    { text: version.toolName, href: frameworkPaths.light(light.id) },
    { text: title },
  ];
  return (
    <Shell title={title} error={(errors?.length ?? 0) > 0} crumbs={crumbs}>
      <ErrorSummary errors={errors} />
      <H1>{title}</H1>
      <Lead>{t('revoke.lightLead', { framework: light.framework.title })}</Lead>
      <Noted {...props} />
      {may.record && !may.confirm ? <Noting {...props} /> : null}
      {!may.record && !revocation ? <Text>{t('revoke.lightNothing')}</Text> : null}
    </Shell>
  );
};
