import { text } from '../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  H1,
  H2,
  Link,
  List,
  Radios,
  Shell,
  Table,
  Text,
  Time,
  usePage,
  Warning,
} from '../../../platform/ui/index.js';
import { IdentityFields } from '../../people/index.js';
import { erasureCatalogue } from '../erasure/erasure.catalogue.js';
import { ERASURE_REASONS } from '../erasure/erasure.dto.js';
import type { ErasureView } from '../erasure/erasure.service.js';
import type { Leaver } from '../erasure/erasures.repository.js';
import { rightsPaths } from '../rights.paths.js';

const useErasureTexts = () => text(erasureCatalogue, usePage().language);

/** Who has left, longest ago first. */
export const LeaversPage = ({ leavers }: { readonly leavers: readonly Leaver[] }) => {
  const t = useErasureTexts();
  return (
    <Shell title={t('title')}>
      <H1>{t('title')}</H1>
      <Text>{t('intro')}</Text>
      <Table
        caption={t('title')}
        captionHidden
        stacks
        head={[t('name'), t('unit'), t('left')]}
        rows={leavers.map(({ id, name, unitName, leftAt }) => [
          <Link href={rightsPaths.erasure(id)}>{name}</Link>,
          unitName,
          leftAt ? <Time at={leftAt} /> : '',
        ])}
        empty={t('none')}
      />
    </Shell>
  );
};

export interface ErasurePageProps extends Omit<ErasureView, 'waits'> {
  readonly waits: readonly string[];
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}
/** What goes and what stays, before anything does. */
export const ErasurePage = ({ leaver, waits, identity, typed, errors }: ErasurePageProps) => {
  const t = useErasureTexts();
  const title = t('one', { name: leaver.name });
  return (
    <Shell title={title} error={Boolean(errors?.length)} crumbs={[{ text: t('title'), href: rightsPaths.erasures }, { text: title }]}>
      <ErrorSummary errors={errors} />
      <H1>{title}</H1>
      <H2>{t('goes')}</H2>
      <List items={[t('goes.register'), t('goes.notices'), t('goes.cases'), t('goes.measuring'), t('goes.log')]} />
      <H2>{t('stays')}</H2>
      <List
        items={[
          t('stays.log'),
          t('stays.office'),
          t('stays.counts'),
          t('stays.groups'),
          t('stays.held'),
          t('stays.papers'),
          t('stays.backups'),
        ]}
      />
      {waits.length > 0 ? (
        <Banner kind="warning" heading={t('waits')}>
          <List items={waits} />
        </Banner>
      ) : (
        <Form action={rightsPaths.erasure(leaver.id)} label={title}>
          <Radios
            name="reason"
            label={t('reason')}
            items={ERASURE_REASONS.map((value) => ({ value, text: t(`reason.${value}`) }))}
            value={typed?.['reason']}
            error={errorOf(errors, 'reason')}
          />
          <IdentityFields asked={identity} errors={errors} />
          <Warning>{t('intro')}</Warning>
          <Button kind="warning">{t('button')}</Button>
        </Form>
      )}
    </Shell>
  );
};
