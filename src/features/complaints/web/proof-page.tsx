import { Banner, Button, Code, ErrorSummary, errorOf, Field, type FieldError, Form, H1, Shell, Text } from '../../../platform/ui/index.js';
import { complaintPaths } from '../complaints.paths.js';
import type { ReceiptClaims } from '../follow.service.js';
import { useHere, useReportText } from './texts.js';

export interface ProofPageProps {
  readonly typed?: string;
  readonly claims?: ReceiptClaims;
  readonly dayText?: string;
  readonly errors?: readonly FieldError[];
}
/** Anyone who is handed a receipt can see whether it is real. */
export const ProofPage = ({ typed, claims, dayText, errors }: ProofPageProps) => {
  const r = useReportText();
  const here = useHere();
  return (
    <Shell title={r('proof.title')} error={Boolean(errors?.length)}>
      <ErrorSummary errors={errors} />
      <H1>{r('proof.title')}</H1>
      {claims ? (
        <Banner kind="success" heading={r('proof.right')}>
          <Text>{r('proof.rightText', { organisation: claims.organisation, date: dayText ?? '', reference: claims.reference })}</Text>
          <Text>
            {r('proof.content')}: <Code value={claims.content} plain />
          </Text>
          <Text>{r('proof.contentText')}</Text>
        </Banner>
      ) : null}
      <Text>{r('proof.intro')}</Text>
      <Form action={here(complaintPaths.proof)} label={r('proof.title')}>
        <Field name="token" type="textarea" label={r('proof.token')} value={typed} error={errorOf(errors, 'token')} />
        <Button>{r('proof.check')}</Button>
      </Form>
    </Shell>
  );
};
