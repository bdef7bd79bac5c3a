import {
  Button,
  Card,
  ErrorSummary,
  Field,
  type FieldError,
  Form,
  H2,
  Lead,
  Stack,
  Summary,
  Tag,
  Text,
} from '../../../platform/ui/index.js';
import { valueLabel } from '../../tools/index.js';
import { usePage } from '../../../platform/ui/index.js';
import { assessmentPaths } from '../assessments.paths.js';
import { type BalancingTest, canBeSigned } from '../domain/balancing.js';
import { Frame, type Of, useAssessmentText } from './frame.js';

export interface BalancingPageProps {
  readonly of: Of;
  readonly tests: readonly BalancingTest[];
  readonly mayWrite: boolean;
  readonly identity: { readonly totp: boolean; readonly demoCode: string | null };
  readonly errors?: readonly FieldError[];
}

const Test = ({ test }: { readonly test: BalancingTest }) => {
  const t = useAssessmentText();
  const { language } = usePage();
  const balance = test.balance === 'employer' ? t('sign.employer') : test.balance === 'employee' ? t('sign.employee') : t('sign.open');
  return (
    <Card>
      <H2>{valueLabel('purposes[].code', test.code, language)}</H2>
      <Tag kind={test.signedBy ? 'met' : 'waiting'}>{t(test.signedBy ? 'sign.signed' : 'sign.unsigned')}</Tag>
      <Summary
        rows={[
          { key: t('sign.interest'), value: test.interest ?? t('sign.open') },
          { key: t('sign.necessity'), value: test.necessity ?? t('sign.open') },
          { key: t('sign.balance'), value: balance },
        ]}
      />
    </Card>
  );
};

export const BalancingPage = ({ of, tests, mayWrite, identity, errors }: BalancingPageProps) => {
  const t = useAssessmentText();
  const ready = tests.some((test) => test.signedBy === null && canBeSigned(test));
  const errorAt = (field: string) => errors?.find((error) => error.field === field)?.text;
  return (
    <Frame of={of} title={t('sign.title')} errors={errors} under>
      <ErrorSummary errors={errors} />
      <Lead>{tests.length === 0 ? t('sign.none') : t('sign.lead')}</Lead>
      <Stack>
        {tests.map((test) => (
          <Test key={test.item} test={test} />
        ))}
      </Stack>
      {mayWrite && ready ? (
        <Form action={assessmentPaths.signature(of.toolId, of.number)}>
          <Field
            name="password"
            type="password"
            label={t('sign.password')}
            autocomplete="current-password"
            width={20}
            error={errorAt('password')}
          />
          {identity.totp ? (
            <Field
              name="totp"
              label={t('sign.totp')}
              autocomplete="one-time-code"
              inputmode="numeric"
              width={10}
              value={identity.demoCode}
              error={errorAt('totp')}
            />
          ) : null}
          <Button>{t('sign.button')}</Button>
        </Form>
      ) : null}
      {tests.length > 0 && !ready ? <Text>{t('sign.nothing')}</Text> : null}
    </Frame>
  );
};
