import { text } from '../../../platform/i18n/index.js';
import { Button, ButtonGroup, Card, Form, H1, H2, Shell, Summary, Text, usePage } from '../../../platform/ui/index.js';
import { noticesCatalogue } from '../notices.catalogue.js';

const useText = () => text(noticesCatalogue, usePage().language);

export interface DisputesPageProps {
  readonly rows: readonly {
    readonly action: string;
    readonly toolName: string;
    readonly person: string;
    readonly statement: string;
    readonly witness: string | null;
    readonly dispute: string;
  }[];
}
/** The DPO decides whether a notice that somebody says he never got was handed over. */
export const DisputesPage = ({ rows }: DisputesPageProps) => {
  const t = useText();
  return (
    <Shell title={t('disputes.title')}>
      <H1>{t('disputes.title')}</H1>
      <Text>{rows.length === 0 ? t('disputes.empty') : t('disputes.intro')}</Text>
      {rows.map((row) => (
        <Card key={row.action}>
          <H2>{row.toolName}</H2>
          <Summary
            rows={[
              { key: t('disputes.person'), value: row.person },
              { key: t('disputes.hr'), value: row.statement },
              { key: t('disputes.witness'), value: row.witness ?? '–' },
              { key: t('disputes.said'), value: row.dispute },
            ]}
          />
          <Form action={row.action} label={row.person}>
            <ButtonGroup>
              {row.witness ? (
                <Button kind="secondary" name="as" value="delivered">
                  {t('disputes.delivered')}
                </Button>
              ) : null}
              <Button kind="secondary" name="as" value="not_delivered">
                {t('disputes.notDelivered')}
              </Button>
            </ButtonGroup>
          </Form>
        </Card>
      ))}
    </Shell>
  );
};
