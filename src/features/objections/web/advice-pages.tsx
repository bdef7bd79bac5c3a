import { text } from '../../../platform/i18n/index.js';
import {
  Button,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Inset,
  Link,
  Radios,
  Shell,
  Table,
  Tag,
  Text,
  Time,
  usePage,
  Warning,
} from '../../../platform/ui/index.js';
import { objectionsCatalogue } from '../objections.catalogue.js';
import { objectionPaths } from '../objections.paths.js';
import { procedureCatalogue } from '../procedure.catalogue.js';
import { ActHistory, type ShownAct } from './act-history.js';

const useTexts = () => {
  const { language } = usePage();
  return { t: text(objectionsCatalogue, language), p: text(procedureCatalogue, language) };
};

type Standing = 'open' | 'given' | 'over';
const TAGS = { open: 'waiting', given: 'met', over: 'na' } as const;

interface AdviceListProps {
  readonly rows: readonly {
    readonly href: string;
    readonly reference: string;
    readonly tool: string;
    readonly standing: Standing;
    readonly waitsUntil: string | null;
  }[];
}
export const AdviceListPage = ({ rows }: AdviceListProps) => {
  const { t, p } = useTexts();
  return (
    <Shell title={p('advice.title')}>
      <H1>{p('advice.title')}</H1>
      <Table
        caption={p('advice.title')}
        captionHidden
        stacks
        head={[t('own.reference'), t('own.tool'), t('own.state'), t('own.due')]}
        rows={rows.map((row) => [
          <Link href={row.href}>{row.reference}</Link>,
          row.tool,
          <Tag kind={TAGS[row.standing]}>{p(`advice.${row.standing}`)}</Tag>,
          row.waitsUntil ? <Time on={row.waitsUntil} /> : '',
        ])}
        empty={p('advice.empty')}
      />
    </Shell>
  );
};

interface AdvicePageProps {
  readonly id: string;
  readonly reference: string;
  readonly toolName: string;
  readonly situation: string;
  readonly acts: readonly ShownAct[];
  readonly mayAdvise: boolean;
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}
export const AdvicePage = ({ id, reference, toolName, situation, acts, mayAdvise, typed, errors }: AdvicePageProps) => {
  const { t, p } = useTexts();
  const title = p('advice.one', { reference });
  return (
    <Shell
      title={title}
      error={Boolean(errors?.length)}
      crumbs={[{ text: p('advice.title'), href: objectionPaths.adviceList }, { text: reference }]}
    >
      <ErrorSummary errors={errors} />
      <H1 caption={toolName}>{title}</H1>
      <Warning>{t('case.private')}</Warning>
      <Text>{p('advice.intro')}</Text>
      <Text>{t('case.test')}</Text>
      <H2>{t('case.situation')}</H2>
      {situation ? <Inset>{situation}</Inset> : <Text>{t('case.noSituation')}</Text>}
      <ActHistory acts={acts} />
      {mayAdvise ? (
        <Form action={objectionPaths.advice(id)} label={p('advice.send')}>
          <Radios
            name="stance"
            label={p('advice.stance')}
            size="m"
            items={(['uphold', 'reject'] as const).map((value) => ({ value, text: p(`advice.${value}`) }))}
            value={typed?.['stance']}
            error={errorOf(errors, 'stance')}
          />
          <Field
            name="reasons"
            type="textarea"
            label={p('advice.reasons')}
            limit={10_000}
            value={typed?.['reasons']}
            error={errorOf(errors, 'reasons')}
          />
          <Button>{p('advice.send')}</Button>
        </Form>
      ) : null}
    </Shell>
  );
};
