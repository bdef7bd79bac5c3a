import {
  Banner,
  ButtonLink,
  Checkbox,
  Checkboxes,
  DateField,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  Button,
  H1,
  H2,
  Lead,
  Link,
  Shell,
  Summary,
  Text,
  Warning,
  usePage,
} from '../../../platform/ui/index.js';
import { text } from '../../../platform/i18n/index.js';
import { IdentityFields } from '../../people/index.js';
import { competenceCatalogue } from '../competence/competence.catalogue.js';
import { GROUNDS } from '../consultation.dto.js';
import { consultationPaths } from '../consultation.paths.js';
import { frameworkPaths } from '../frameworks/frameworks.paths.js';
import { useFrameworkTexts } from '../frameworks/web/frameworks-page.js';
import type { AttachmentStates } from '../domain/known.js';
import type { OnePager } from '../one-pager/one-pager.js';
import { typedList, typedText, type Typed, UnmetList, type Unmet, useTexts } from './act-page.js';
import { OnePageView } from './one-page-view.js';

export interface PreparePageProps extends Typed {
  readonly toolId: string;
  readonly toolName: string;
  readonly number: number;
  readonly dossierHref: string;
  readonly withMembers: boolean;
  readonly prepared: boolean;
  readonly attached: AttachmentStates;
  readonly unmet: readonly Unmet[];
  readonly onePage: OnePager;
  readonly standing: { readonly requestId: string } | null;
  readonly maySend: boolean;
}

const Draft = (props: PreparePageProps) => {
  const t = useTexts();
  const { typed, errors } = props;
  const area = (name: 'intendedDecision' | 'reasons' | 'consequences', label: string, hint?: string) => (
    <Field
      name={name}
      type="textarea"
      limit={10_000}
      label={label}
      hint={hint}
      value={typedText(typed, name)}
      error={errorOf(errors, name)}
    />
  );
  return (
    <Form action={consultationPaths.prepare(props.toolId, props.number)}>
      {area('intendedDecision', t('prepare.decision'), t('prepare.decisionHint'))}
      {area('reasons', t('prepare.reasons'))}
      {area('consequences', t('prepare.consequences'))}
      <Checkboxes
        name="grounds"
        label={t('prepare.grounds')}
        hint={t('prepare.groundsHint')}
        items={GROUNDS.map((ground) => ({ value: ground, text: t(`ground.${ground}`) }))}
        values={typedList(typed, 'grounds')}
        error={errorOf(errors, 'grounds')}
      />
      <Checkbox
        name="alsoAdvice"
        text={t('prepare.alsoAdvice')}
        checked={typed?.['alsoAdvice'] === 'yes'}
        error={errorOf(errors, 'alsoAdvice')}
      />
      <DateField
        name="intendedStartOn"
        optional
        label={t('prepare.start')}
        value={typedText(typed, 'intendedStartOn')}
        error={errorOf(errors, 'intendedStartOn')}
      />
      <DateField
        name="evaluationOn"
        label={t('prepare.evaluation')}
        value={typedText(typed, 'evaluationOn')}
        error={errorOf(errors, 'evaluationOn')}
      />
      <Button kind="secondary">{t('prepare.save')}</Button>
    </Form>
  );
};

const Check = ({ attached, onePage }: PreparePageProps) => {
  const t = useTexts();
  const state = (ready: boolean, otherwise: string): string => (ready ? t('prepare.yes') : otherwise);
  return (
    <>
      <H2>{t('prepare.attached')}</H2>
      <Summary
        rows={[
          { key: t('prepare.dpia'), value: state(attached.dpiaFixed, t('prepare.no')) },
          { key: t('prepare.advice'), value: state(attached.adviceReceived, t('prepare.adviceFollows')) },
          { key: t('prepare.agreements'), value: state(attached.agreementsAttached, t('prepare.no')) },
          { key: t('prepare.notice'), value: state(attached.noticeDraftComplete, t('prepare.no')) },
        ]}
      />
      <H2>{t('prepare.check')}</H2>
      <OnePageView page={onePage} />
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
          <Draft {...props} />
          <Check {...props} />
          {props.prepared ? <Send {...props} /> : null}
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
