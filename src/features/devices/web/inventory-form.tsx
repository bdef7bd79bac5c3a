import { text } from '../../../platform/i18n/index.js';
import { Banner, Button, errorOf, Field, type FieldError, Form, H2, Table, Text, usePage } from '../../../platform/ui/index.js';
import { devicePaths } from '../devices.paths.js';
import type { InventoryFault } from '../domain/inventory.js';
import { inventoryCatalogue } from '../inventory/inventory.catalogue.js';

const MOST_SHOWN = 200;

export interface ReadInProps {
  readonly errors?: readonly FieldError[];
  readonly faults?: readonly InventoryFault[];
}

const useText = () => text(inventoryCatalogue, usePage().language);

const Faults = ({ faults }: { readonly faults: readonly InventoryFault[] }) => {
  const t = useText();
  return (
    <>
      <Banner kind="error">{t('error.lines', { n: faults.length })}</Banner>
      <Table
        caption={t('fault')}
        captionHidden
        head={[t('fault.line'), t('fault.column'), t('fault')]}
        rows={faults.slice(0, MOST_SHOWN).map(({ line, column, code }) => [String(line), column, t(`fault.${code}`)])}
      />
      {faults.length > MOST_SHOWN ? <Text>{t('fault.more', { n: MOST_SHOWN })}</Text> : null}
    </>
  );
};

/** Where IT reads in a list; with mistakes each cell by its line and column. */
export const ReadIn = ({ errors, faults = [] }: ReadInProps) => {
  const t = useText();
  return (
    <>
      <H2>{t('file.title')}</H2>
      <Text>{t('file.text')}</Text>
      <Text>{t('file.privacy')}</Text>
      {faults.length > 0 ? <Faults faults={faults} /> : null}
      <Form action={devicePaths.inventory} multipart>
        <Field name="file" type="file" label={t('file.file')} accept=".csv" error={errorOf(errors, 'file')} />
        <Button>{t('file.button')}</Button>
      </Form>
    </>
  );
};
