import { text } from '../../../platform/i18n/index.js';
import { Button, ErrorSummary, errorOf, Form, H1, Lead, type Option, Radios, Shell, Text, usePage } from '../../../platform/ui/index.js';
import { dashboardsCatalogue } from '../dashboards.catalogue.js';
import { dashboardPaths } from '../dashboards.paths.js';
import { figuresCatalogue } from '../figures.catalogue.js';

export interface ExportProps {
  readonly title: string;
  readonly backHref: string;
  readonly fileHref: string;
  /** The approved ones. */
  readonly purposes: readonly Option[];
  readonly hasFault: boolean;
}

/** Looking asks for nothing; taking along asks what for. */
export const ExportPage = ({ title, backHref, fileHref, purposes, hasFault }: ExportProps) => {
  const { language } = usePage();
  const [t, all] = [text(figuresCatalogue, language), text(dashboardsCatalogue, language)];
  const errors = hasFault ? [{ field: 'purpose', text: t('export.fault') }] : [];
  return (
    <Shell
      title={t('export.title')}
      error={hasFault}
      crumbs={[{ href: dashboardPaths.list, text: all('title') }, { href: backHref, text: title }, { text: t('export.title') }]}
    >
      <ErrorSummary errors={errors} />
      <H1>{t('export.title')}</H1>
      <Lead>{t('export.lead')}</Lead>
      <Form action={fileHref}>
        <Radios
          name="purpose"
          label={t('export.purpose')}
          hint={t('export.purposeHint')}
          items={purposes}
          error={errorOf(errors, 'purpose')}
        />
        <Text>{t('export.after')}</Text>
        <Button>{t('export.do')}</Button>
      </Form>
    </Shell>
  );
};
