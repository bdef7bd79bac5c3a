import { Button, Form, H2, Inset, Link, Summary, Text, usePage, Warning, type SummaryRow } from '../../../platform/ui/index.js';
import { toolPaths } from '../tools.paths.js';
import { ToolPage, useToolsText, versionCrumbs, type VersionPlace } from './frame.js';
import { pageTitle } from './page-title.js';

export interface CheckRow {
  readonly question: string;
  /** Null: nobody answered. */
  readonly answer: string | null;
  readonly owner: string;
}
export interface CheckSection {
  readonly page: string;
  readonly rows: readonly CheckRow[];
}
export interface CheckProps {
  readonly place: VersionPlace;
  readonly sections: readonly CheckSection[];
  readonly own: number;
  readonly others: number;
  readonly recordEntryId: string | null;
  /** Only to whoever may register, as long as it was not done. */
  readonly register: { readonly idempotencyKey: string; readonly isReady: boolean } | null;
}

const Act = ({ place, register }: Pick<CheckProps, 'place'> & { readonly register: NonNullable<CheckProps['register']> }) => {
  const t = useToolsText();
  if (!register.isReady) return <Warning>{t('checkNotYet')}</Warning>;
  return (
    <Form action={toolPaths.checkAnswers(place.toolId, place.number)} idempotencyKey={register.idempotencyKey}>
      <Inset>{t('checkConsequence')}</Inset>
      <Button>{t('checkDo')}</Button>
    </Form>
  );
};

export const CheckPage = ({ place, sections, own, others, recordEntryId, register }: CheckProps) => {
  const t = useToolsText();
  const { language } = usePage();
  const rowsOf = ({ page, rows }: CheckSection): SummaryRow[] =>
    rows.map((row) => ({
      key: row.question,
      value: row.answer ?? `${t('checkOpen')}. ${t('checkBy', { role: row.owner })}`,
      change: { href: toolPaths.registerSection(place.toolId, place.number, page) },
    }));
  return (
    <ToolPage
      title={t('check')}
      caption={t('version', { name: place.toolName, number: place.number })}
      crumbs={versionCrumbs(place, t('register'))}
    >
      <Text>
        {t('remainingOwn', { n: own })} {t('remainingOthers', { n: others })}
      </Text>
      {recordEntryId ? <Text>{t('recordEntry', { number: recordEntryId })}</Text> : null}
      {sections.map((section) => (
        <section key={section.page}>
          <H2>{pageTitle(section.page, language)}</H2>
          <Summary rows={rowsOf(section)} />
        </section>
      ))}
      {register ? <Act place={place} register={register} /> : null}
      <Text>
        <Link href={toolPaths.register(place.toolId, place.number)}>{t('toOverview')}</Link>
      </Text>
    </ToolPage>
  );
};
