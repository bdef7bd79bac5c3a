import {
  Button,
  errorOf,
  Field,
  Fieldset,
  Form,
  Hidden,
  Lead,
  LinkButton,
  Radios,
  Table,
  Text,
  usePage,
  type FieldError,
} from '../../../platform/ui/index.js';
import { SHEET } from '../domain/pages.js';
import type { TypedSetting } from '../domain/sheet-form.js';
import { toolPaths } from '../tools.paths.js';
import { ToolPage, useToolsText, versionCrumbs, type VersionPlace } from './frame.js';
import { pageTitle } from './page-title.js';

export interface SheetProps {
  readonly place: VersionPlace;
  readonly rows: readonly TypedSetting[];
  readonly mayWrite: boolean;
  readonly errors?: readonly FieldError[];
}

const Row = ({ row, at, errors }: { readonly row: TypedSetting; readonly at: number; readonly errors?: readonly FieldError[] }) => {
  const t = useToolsText();
  const part = (name: string) => ({ name: `sheet|${at}|${name}`, error: errorOf(errors, `sheet|${at}|${name}`), autocomplete: 'off' });
  return (
    <Fieldset legend={t('sheetRow', { n: at + 1 })} size="m">
      <Field {...part('meaningNl')} label={t('sheetMeaningNl')} value={row.meaningNl} lang="nl" />
      <Field {...part('meaningEn')} label={t('sheetMeaningEn')} value={row.meaningEn} lang="en" />
      <Field {...part('name')} label={t('sheetName')} value={row.name} />
      <Field {...part('value')} label={t('sheetValue')} value={row.value} />
      <Radios
        name={`sheet|${at}|stricterIs`}
        label={t('sheetStricter')}
        value={row.stricterIs}
        error={errorOf(errors, `sheet|${at}|stricterIs`)}
        items={[
          { value: '', text: t('stricter.none') },
          { value: 'lower', text: t('stricter.lower') },
          { value: 'higher', text: t('stricter.higher') },
          { value: 'off', text: t('stricter.off') },
          { value: 'on', text: t('stricter.on') },
        ]}
      />
      <Text>
        <LinkButton name="_remove" value={String(at)}>
          {t('sheetRemove', { n: at + 1 })}
        </LinkButton>
      </Text>
    </Fieldset>
  );
};

const SheetForm = ({ place, rows, errors }: SheetProps) => {
  const t = useToolsText();
  return (
    <Form action={toolPaths.registerSection(place.toolId, place.number, SHEET)}>
      <Hidden name="rows" value={String(rows.length)} />
      {rows.length === 0 ? (
        <Text>{t('sheetEmpty')}</Text>
      ) : (
        <Text>
          <LinkButton name="_save" value="yes">
            {t('save')}
          </LinkButton>
        </Text>
      )}
      {rows.map((row, at) => (
        <Row key={at} row={row} at={at} errors={errors} />
      ))}
      <Button kind="secondary" name="_add" value="yes">
        {t('sheetAdd')}
      </Button>
      <Button name="_save" value="yes">
        {t('save')}
      </Button>
    </Form>
  );
};

/** The settings sheet that is to be approved; an agent proves that it runs exactly this. */
export const SheetPage = (props: SheetProps) => {
  const t = useToolsText();
  const { language } = usePage();
  const { place, rows, mayWrite, errors } = props;
  return (
    <ToolPage
      title={pageTitle(SHEET, language)}
      caption={t('version', { name: place.toolName, number: place.number })}
      crumbs={versionCrumbs(place, t('register'))}
      errors={errors}
    >
      <Lead>{t('sheetLead')}</Lead>
      {mayWrite ? (
        <SheetForm {...props} />
      ) : (
        <>
          <Text>{t('sheetReadOnly')}</Text>
          <Table
            caption={pageTitle(SHEET, language)}
            captionHidden
            head={[t('sheetMeaning'), t('sheetValue'), t('sheetName')]}
            rows={rows.map((row) => [language === 'nl' ? row.meaningNl : row.meaningEn, row.value, row.name])}
            empty={t('sheetEmpty')}
          />
        </>
      )}
    </ToolPage>
  );
};
