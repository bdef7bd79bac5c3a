import {
  Banner,
  Button,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  H1,
  Link,
  Radios,
  Select,
  Shell,
  Summary,
  Text,
  Time,
  Warning,
} from '../../../../platform/ui/index.js';
import { IdentityFields } from '../../../people/index.js';
import type { FoundRequest } from '../../requests.repository.js';
import type { Condition } from '../../domain/case-file.js';
import { ActPage, type Typed, typedText } from '../../web/act-page.js';
import { afterPaths } from '../after.paths.js';
import { GROUNDS } from '../domain/revocation.js';
import type { Revocation } from '../revocations.repository.js';
import { useAfterCrumbs, useAfterTexts } from './after-texts.js';

export interface RevokeProps extends Typed {
  readonly request: FoundRequest;
  readonly conditions: readonly Condition[];
}

/** What the ground rests on: a condition, or words of the consent or agreement. */
const Named = ({ conditions, typed, errors }: Pick<RevokeProps, 'conditions' | 'typed' | 'errors'>) => {
  const t = useAfterTexts();
  return (
    <>
      {conditions.length > 0 ? (
        <Select
          name="conditionId"
          optional
          label={t('revoke.condition')}
          items={conditions.map(({ id, text }) => ({ value: id, text }))}
          value={typedText(typed, 'conditionId')}
          error={errorOf(errors, 'conditionId')}
        />
      ) : null}
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
    </>
  );
};

/** Taking a consent back: the grounds that there are, and no others. */
export const RevokePage = ({ request, conditions, ...props }: RevokeProps) => {
  const t = useAfterTexts();
  const { typed, errors } = props;
  return (
    <ActPage
      title={t('revoke.title', { tool: request.toolName })}
      crumbs={useAfterCrumbs()}
      lead={t('revoke.lead')}
      before={
        <Text>
          <Link href={afterPaths.raise(request.toolId)}>{t('revoke.concern')}</Link>
        </Text>
      }
      action={afterPaths.revoke(request.id)}
      consequence={t('revoke.consequence')}
      button={t('revoke.button')}
      errors={errors}
      identity={props.identity}
      keyOfPress={props.keyOfPress}
      danger
    >
      <Radios
        name="ground"
        label={t('revoke.ground')}
        items={[...GROUNDS, 'other' as const].map((value) => ({
          value,
          text: t(`revoke.${value}`),
          hint: value === 'renegotiated' ? t('revoke.renegotiatedHint') : undefined,
        }))}
        value={typedText(typed, 'ground')}
        error={errorOf(errors, 'ground')}
      />
      <Named conditions={conditions} typed={typed} errors={errors} />
      <Field
        name="explanation"
        type="textarea"
        limit={4000}
        label={t('revoke.explanation')}
        value={typedText(typed, 'explanation')}
        error={errorOf(errors, 'explanation')}
      />
    </ActPage>
  );
};

export interface RevocationProps extends Typed {
  readonly revocation: Revocation;
  readonly may: { readonly confirm: boolean; readonly own: boolean; readonly confirmed: boolean };
}

export const RevocationPage = ({ revocation, may, identity, errors }: RevocationProps) => {
  const t = useAfterTexts();
  const title = t('revocation.title', { tool: revocation.toolName });
  const waits = revocation.ground === 'renegotiated' ? 'revocation.waitsDirector' : 'revocation.waits';
  return (
    <Shell title={title} error={(errors?.length ?? 0) > 0} crumbs={[...useAfterCrumbs(), { text: revocation.toolName }]}>
      <ErrorSummary errors={errors} />
      <H1 caption={revocation.reference}>{title}</H1>
      <Banner kind={revocation.revokedAt ? 'success' : 'warning'}>
        <Text>{t(revocation.revokedAt ? 'revocation.revoked' : waits)}</Text>
      </Banner>
      <Summary
        rows={[
          { key: t('revocation.ground'), value: t(`revoke.${revocation.ground}`) },
          ...(revocation.condition ? [{ key: t('revocation.condition'), value: revocation.condition }] : []),
          ...(revocation.namedWords ? [{ key: t('revocation.words'), value: revocation.namedWords }] : []),
          { key: t('revocation.explanation'), value: revocation.explanation },
          { key: t('revocation.recorded'), value: <Time at={revocation.recordedAt} /> },
        ]}
      />
      {may.own ? <Text>{t('revocation.own')}</Text> : null}
      {may.confirmed ? <Text>{t('revocation.mine')}</Text> : null}
      {may.confirm ? (
        <Form action={afterPaths.revocation(revocation.id)}>
          {identity ? <IdentityFields asked={identity} errors={errors} /> : null}
          <Warning>{t('revoke.consequence')}</Warning>
          <Button kind="warning">{t('revocation.confirm')}</Button>
        </Form>
      ) : null}
    </Shell>
  );
};
