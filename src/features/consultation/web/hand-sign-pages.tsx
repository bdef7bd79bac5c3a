import {
  Banner,
  Button,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  H1,
  H2,
  Hidden,
  Lead,
  Link,
  List,
  Radios,
  Shell,
  Text,
  usePage,
  Warning,
} from '../../../platform/ui/index.js';
import { text } from '../../../platform/i18n/index.js';
import { IdentityFields } from '../../people/index.js';
import { consultationPaths } from '../consultation.paths.js';
import type { CouncilDecision } from '../domain/case-file.js';
import type { HeldAgainst } from '../conditions/held-against.js';
import { signatureCatalogue } from '../papers/signature.catalogue.js';
import { ActPage, typedText } from './act-page.js';
import { DecisionSummary } from './case-acts.js';
import { type OfRequest, useCrumbs } from './of-request.js';

const useWords = () => text(signatureCatalogue, usePage().language);

export interface Signer {
  readonly personId: string;
  readonly name: string;
}

/** One officer adds the scan of a decision that another signed with a pen. */
export const ScanPage = (props: OfRequest & { readonly decisionId: string; readonly signers: readonly Signer[] }) => {
  const t = useWords();
  const { request, typed, errors } = props;
  return (
    <ActPage
      title={t('form.title')}
      crumbs={useCrumbs({ request })}
      lead={t('form.lead')}
      action={consultationPaths.handSigning(request.id)}
      consequence={t('form.consequence')}
      button={t('form.button')}
      identity={props.identity}
      errors={errors}
      multipart
    >
      <Hidden name="decisionId" value={props.decisionId} />
      <Radios
        name="signedBy"
        label={t('form.signer')}
        items={props.signers.map(({ personId, name }) => ({ value: personId, text: name }))}
        value={typedText(typed, 'signedBy')}
        error={errorOf(errors, 'signedBy')}
      />
      <Field name="scan" type="file" label={t('form.scan')} hint={t('form.scanHint')} error={errorOf(errors, 'scan')} />
    </ActPage>
  );
};

export interface ScanCheckProps extends OfRequest {
  readonly decision: CouncilDecision | null;
  readonly version: HeldAgainst;
  readonly signature: { readonly id: string; readonly signer: string } | null;
  /** The reader wrote it down, signed it or added the scan. */
  readonly concerned: boolean;
}

const Check = ({
  decision,
  signature,
  ...props
}: ScanCheckProps & { readonly decision: CouncilDecision; readonly signature: { id: string; signer: string } }) => {
  const t = useWords();
  const { request, typed, errors } = props;
  return (
    <>
      <Lead>{t('check.lead')}</Lead>
      <H2>{t('check.steps')}</H2>
      <List
        kind="number"
        items={[
          <Link href={consultationPaths.scan(signature.id)}>{t('check.step1')}</Link>,
          t('check.step2'),
          t('check.step3', { signer: signature.signer }),
          t('check.step4'),
        ]}
      />
      <H2>{t('check.decision')}</H2>
      <DecisionSummary decision={decision} version={props.version} />
      <Form action={consultationPaths.handCheck(request.id)} idempotencyKey={props.keyOfPress}>
        <Hidden name="signatureId" value={signature.id} />
        <Field
          name="code"
          label={t('check.code')}
          hint={t('check.codeHint')}
          value={typedText(typed, 'code')}
          error={errorOf(errors, 'code')}
        />
        {props.identity ? <IdentityFields asked={props.identity} errors={errors} /> : null}
        <Warning>{t('check.consequence')}</Warning>
        <Button>{t('check.button')}</Button>
      </Form>
      <H2>{t('reject.title')}</H2>
      <Form action={consultationPaths.handRejection(request.id)}>
        <Hidden name="signatureId" value={signature.id} />
        <Field
          name="reason"
          type="textarea"
          rows={3}
          limit={2000}
          label={t('reject.reason')}
          value={typedText(typed, 'reason')}
          error={errorOf(errors, 'reason')}
        />
        <Button kind="secondary">{t('reject.button')}</Button>
      </Form>
    </>
  );
};

/** Another member compares the scan with the decision, and confirms it or turns it down. */
export const ScanCheckPage = (props: ScanCheckProps) => {
  const t = useWords();
  const { request, decision, signature, errors, concerned } = props;
  const title = t('check.title');
  return (
    <Shell title={title} error={(errors?.length ?? 0) > 0} crumbs={[...useCrumbs({ request }), { text: title }]}>
      <ErrorSummary errors={errors} />
      <H1 caption={request.toolName}>{title}</H1>
      {!decision || !signature ? <Text>{t('check.nothing')}</Text> : null}
      {decision && signature && concerned ? <Banner kind="warning">{t('check.notYou')}</Banner> : null}
      {decision && signature && !concerned ? <Check {...props} decision={decision} signature={signature} /> : null}
    </Shell>
  );
};
