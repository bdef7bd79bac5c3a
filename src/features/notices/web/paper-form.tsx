import { text } from '../../../platform/i18n/index.js';
import { Button, errorOf, Field, type FieldError, Form, H2, List, Radios, Text, usePage } from '../../../platform/ui/index.js';
import { deliveryCatalogue } from '../delivery.catalogue.js';
import { noticesCatalogue } from '../notices.catalogue.js';

export interface PaperFormProps {
  readonly action: string;
  /** From when a second person may be asked. */
  readonly from: string;
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}

/** HR gives or posts a notice on paper, to anyone: what is shown here says nothing about who has read. */
export const PaperForm = ({ action, from, typed, errors }: PaperFormProps) => {
  const { language } = usePage();
  const t = text(deliveryCatalogue, language);
  const shared = text(noticesCatalogue, language);
  return (
    <>
      <H2>{t('paper.title')}</H2>
      <Text>{t('paper.intro')}</Text>
      <List items={[t('paper.self'), t('paper.second', { date: from }), t('paper.dispute'), t('paper.account')]} />
      <Form action={action} label={t('paper.title')}>
        <Field
          name="staffNumber"
          label={shared('handOver.staffNumber')}
          width={10}
          value={typed?.['staffNumber']}
          error={errorOf(errors, 'staffNumber')}
        />
        <Radios
          name="way"
          label={t('paper.way')}
          value={typed?.['way'] ?? 'hand'}
          error={errorOf(errors, 'way')}
          items={[
            { value: 'hand', text: t('paper.hand') },
            { value: 'post', text: t('paper.post'), hint: t('paper.postHint') },
          ]}
        />
        <Field
          name="witnessNumber"
          label={t('paper.witness')}
          hint={t('paper.witnessHint')}
          width={10}
          value={typed?.['witnessNumber']}
          error={errorOf(errors, 'witnessNumber')}
        />
        <Field
          name="statement"
          type="textarea"
          label={shared('handOver.statement')}
          limit={4000}
          value={typed?.['statement']}
          error={errorOf(errors, 'statement')}
        />
        <Button kind="secondary">{shared('handOver.submit')}</Button>
      </Form>
    </>
  );
};
