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
  Shell,
  Text,
  Warning,
} from '../../../platform/ui/index.js';
import { IdentityFields } from '../../people/index.js';
import type { HeldAgainst } from '../conditions/held-against.js';
import { consultationPaths } from '../consultation.paths.js';
import type { CouncilDecision } from '../domain/case-file.js';
import { typedText, useTexts } from './act-page.js';
import { DecisionSummary } from './case-acts.js';
import { Together } from './condition-table.js';
import { type OfRequest, useBodyName, useCrumbs } from './of-request.js';

export interface ConfirmPageProps extends OfRequest {
  readonly decision: CouncilDecision | null;
  readonly version: HeldAgainst;
  /** The reader recorded it: another officer must confirm. */
  readonly own: boolean;
  readonly mayConfirm: boolean;
}

/** The other officer reads the text and the compiled limit side by side, and confirms it or sends it back. */
export const ConfirmPage = (props: ConfirmPageProps) => {
  const t = useTexts();
  const { request, decision, errors, typed } = props;
  const body = useBodyName(request);
  const title = t('confirm.title');
  return (
    <Shell title={title} error={(errors?.length ?? 0) > 0} crumbs={[...useCrumbs({ request }), { text: title }]}>
      <ErrorSummary errors={errors} />
      <H1 caption={request.toolName}>{title}</H1>
      {decision ? (
        <>
          <Lead>{t('confirm.lead', { body })}</Lead>
          <DecisionSummary decision={decision} version={props.version} />
          <Together conditions={decision.conditions} />
          <Warning>{t('decision.forgeable')}</Warning>
        </>
      ) : (
        <Text>{t('confirm.nothing')}</Text>
      )}
      {decision && props.own ? <Banner kind="warning">{t('confirm.own')}</Banner> : null}
      {decision && props.mayConfirm && !props.own ? (
        <Form action={consultationPaths.confirm(request.id)} idempotencyKey={props.keyOfPress}>
          <Hidden name="decisionId" value={decision.id} />
          {props.identity ? <IdentityFields asked={props.identity} errors={errors} /> : null}
          <Warning>{t('confirm.consequence')}</Warning>
          <Button>{t('confirm.button')}</Button>
        </Form>
      ) : null}
      {decision && props.mayConfirm ? (
        <>
          <H2>{t('reject.title')}</H2>
          <Form action={consultationPaths.sendBack(request.id)}>
            <Hidden name="decisionId" value={decision.id} />
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
      ) : null}
    </Shell>
  );
};
