import {
  Banner,
  Button,
  ButtonLink,
  Card,
  Columns,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  H1,
  H2,
  Hidden,
  Lead,
  Link,
  List,
  Select,
  Shell,
  Text,
  Warning,
} from '../../../platform/ui/index.js';
import { complaintPaths } from '../complaints.paths.js';
import {
  CategoryQuestion,
  ConflictQuestions,
  type ContactLine,
  DeskQuestion,
  DisclosureQuestion,
  FilesQuestion,
  type Filled,
  TextQuestion,
  WhenQuestion,
} from './questions.js';
import { useHere, useReportText, useText } from './texts.js';

export interface DoorPageProps {
  readonly claims: readonly { readonly complaintId: string; readonly toolName: string }[];
}
/** With a name, without one, or back with a code. */
export const DoorPage = ({ claims }: DoorPageProps) => {
  const t = useText();
  const r = useReportText();
  const here = useHere();
  return (
    <Shell title={t('door.title')}>
      <H1>{t('door.title')}</H1>
      <Lead>{t('door.intro')}</Lead>
      {claims.map(({ complaintId, toolName }) => (
        <Banner key={complaintId} kind="warning" heading={t('door.claims')}>
          <Text>{t('door.claimText', { tool: toolName })}</Text>
          <Form action={complaintPaths.claim(complaintId)} label={t('door.claims')}>
            <Button>{t('door.claimButton')}</Button>
          </Form>
        </Banner>
      ))}
      <Columns>
        <Card>
          <H2>{t('door.named')}</H2>
          <Text>{t('door.namedText')}</Text>
          <ButtonLink href={complaintPaths.start}>{t('door.namedButton')}</ButtonLink>
        </Card>
        <Card>
          <H2>{t('door.anonymous')}</H2>
          <Text>{t('door.anonymousText')}</Text>
          <Warning>{r('device')}</Warning>
          <ButtonLink href={here(complaintPaths.report)}>{t('door.anonymousButton')}</ButtonLink>
        </Card>
      </Columns>
      <List
        items={[
          <Link href={here(complaintPaths.follow)}>{t('door.follow')}</Link>,
          <Link href={here(complaintPaths.proof)}>{t('door.proof')}</Link>,
          <Link href="/me/objections/new">{t('door.object')}</Link>,
          <Link href="/me/rights/new">{t('door.rights')}</Link>,
        ]}
      />
    </Shell>
  );
};

export interface NamedPageProps {
  readonly code: string;
  readonly tools: readonly { readonly toolId: string; readonly name: string }[];
  readonly contacts: readonly ContactLine[];
  readonly accepted: string;
  readonly live: boolean;
  readonly filled: Filled;
  readonly errors?: readonly FieldError[];
}
/** A complaint with a name. Where the answer comes is the code: no mail gives it away. */
export const NamedPage = ({ code, tools, contacts, accepted, live, filled, errors }: NamedPageProps) => {
  const t = useText();
  const asked = { filled, errors };
  return (
    <Shell
      title={t('named.title')}
      error={Boolean(errors?.length)}
      crumbs={[{ text: t('door.title'), href: complaintPaths.mine }, { text: t('named.title') }]}
    >
      <ErrorSummary errors={errors} />
      <H1>{t('named.title')}</H1>
      <Text>{t('named.intro')}</Text>
      <Text>{t('named.noMail')}</Text>
      {live ? null : <Banner kind="warning">{t('notLive')}</Banner>}
      <Form action={complaintPaths.start} label={t('named.title')} multipart>
        <Hidden name="case" value={code} />
        <CategoryQuestion {...asked} />
        {tools.length > 0 ? (
          <Select
            name="tool"
            label={t('named.tool')}
            none={t('named.anyTool')}
            optional
            items={tools.map(({ toolId, name }) => ({ value: toolId, text: name }))}
            value={filled.tool}
            error={errorOf(errors, 'tool')}
          />
        ) : null}
        <TextQuestion {...asked} />
        <WhenQuestion {...asked} />
        <ConflictQuestions {...asked} contacts={contacts} />
        <DeskQuestion {...asked} />
        <DisclosureQuestion {...asked} />
        <FilesQuestion errors={errors} accepted={accepted} />
        <Button>{t('named.send')}</Button>
      </Form>
    </Shell>
  );
};
