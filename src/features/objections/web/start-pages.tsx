import { text } from '../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  ButtonGroup,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Hidden,
  Link,
  LinkButton,
  Radios,
  Shell,
  Summary,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import type { WayOut, WithoutCover } from '../../../policy/index.js';
import { outWords } from '../../tools/index.js';
import { Absence } from './absence.js';
import { objectionsCatalogue } from '../objections.catalogue.js';
import { objectionPaths } from '../objections.paths.js';
import { procedureCatalogue } from '../procedure.catalogue.js';

const useText = () => text(objectionsCatalogue, usePage().language);
const COMPLAIN = '/complaints/new';
export const SITUATION_LIMIT = 10_000;

export interface StartPageProps {
  readonly tools: readonly { readonly toolId: string; readonly name: string }[];
  readonly chosen: string | null;
  readonly errors?: readonly FieldError[];
}
/** Page 1: which tool. The only question that must be answered. */
export const StartPage = ({ tools, chosen, errors }: StartPageProps) => {
  const t = useText();
  return (
    <Shell title={t('start.title')} error={Boolean(errors?.length)}>
      <ErrorSummary errors={errors} />
      <H1>{t('start.title')}</H1>
      <Text>{t('start.intro')}</Text>
      {tools.length === 0 ? (
        <Banner kind="info" heading={t('start.none')}>
          {t('start.noneText')}
        </Banner>
      ) : (
        <Form action={objectionPaths.start} label={t('start.title')}>
          <Radios
            name="tool"
            label={t('start.tool')}
            size="m"
            items={tools.map(({ toolId, name }) => ({ value: toolId, text: name }))}
            value={chosen}
            error={errorOf(errors, 'tool')}
          />
          <Button>{t('start.next')}</Button>
        </Form>
      )}
      <Link href={COMPLAIN}>{t('start.other')}</Link>
    </Shell>
  );
};

interface Typed {
  readonly toolId: string;
  readonly toolName: string;
  readonly situation: string;
}

/** Page 2: the person's situation, which may stay empty. */
export const SituationPage = ({ toolId, toolName, situation, errors }: Typed & { readonly errors?: readonly FieldError[] }) => {
  const t = useText();
  return (
    <Shell
      title={t('situation.title')}
      error={Boolean(errors?.length)}
      crumbs={[{ text: t('start.title'), href: objectionPaths.startFor(toolId) }, { text: toolName }]}
    >
      <ErrorSummary errors={errors} />
      <H1 caption={toolName}>{t('situation.title')}</H1>
      <Text>{t('situation.text')}</Text>
      <Form action={objectionPaths.check} label={t('situation.title')}>
        <Hidden name="tool" value={toolId} />
        <Field
          name="situation"
          type="textarea"
          label={t('situation.label')}
          optional
          rows={8}
          limit={SITUATION_LIMIT}
          value={situation}
          error={errorOf(errors, 'situation')}
        />
        <Button>{t('start.next')}</Button>
      </Form>
    </Shell>
  );
};

const Pause = ({ wayOut }: Pick<CheckPageProps, 'wayOut'>) => {
  const { language } = usePage();
  const t = useText();
  return (
    <Banner kind="info" heading={t(wayOut === 'lease' ? 'check.pause' : 'own.mayNot')}>
      <Text>{outWords(wayOut, language)}</Text>
      <Text>{t('check.pauseText')}</Text>
      <Text>{t('check.who')}</Text>
      <Text>{t('check.month')}</Text>
    </Banner>
  );
};

/** On another legal basis there is no right to object: said before it is sent, not only after. */
const NoRight = () => {
  const p = text(procedureCatalogue, usePage().language);
  return (
    <Banner kind="warning" heading={p('check.converted')}>
      <Text>{p('check.convertedText')}</Text>
    </Banner>
  );
};

export interface CheckPageProps extends Typed {
  readonly idempotencyKey: string;
  readonly wayOut: WayOut;
  readonly rule: string | null;
  readonly becomesComplaint: boolean;
  readonly withoutCover: WithoutCover | null;
}
/** Page 3: what is sent, and what follows from it. */
export const CheckPage = ({
  toolId,
  toolName,
  situation,
  idempotencyKey,
  wayOut,
  rule,
  becomesComplaint,
  withoutCover,
}: CheckPageProps) => {
  const t = useText();
  const hidden = (
    <>
      <Hidden name="tool" value={toolId} />
      <Hidden name="situation" value={situation} />
    </>
  );
  return (
    <Shell
      title={t('check.title')}
      crumbs={[{ text: t('start.title'), href: objectionPaths.startFor(toolId) }, { text: t('check.title') }]}
    >
      <H1>{t('check.title')}</H1>
      <Summary
        rows={[
          { key: t('check.tool'), value: toolName, change: { href: objectionPaths.startFor(toolId) } },
          { key: t('check.situation'), value: situation || t('check.nothing') },
        ]}
      />
      <Form action={objectionPaths.situation} inline>
        {hidden}
        <LinkButton>
          {t('check.change')}: {t('check.situation')}
        </LinkButton>
      </Form>
      {becomesComplaint ? <NoRight /> : <Pause wayOut={wayOut} />}
      {becomesComplaint ? null : <Absence without={withoutCover} />}
      {rule ? (
        <>
          <H2>{t('rule.title')}</H2>
          <Text>{rule}</Text>
        </>
      ) : null}
      <Form action={objectionPaths.mine} idempotencyKey={idempotencyKey} label={t('check.title')}>
        {hidden}
        <ButtonGroup>
          <Button>{t('check.send')}</Button>
        </ButtonGroup>
      </Form>
    </Shell>
  );
};
