import type { ComponentChildren } from 'preact';
import {
  Button,
  type Crumb,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  H1,
  H2,
  Inset,
  Lead,
  Link,
  Radios,
  Shell,
  Summary,
  Table,
  Text,
  Time,
  Warning,
} from '../../../platform/ui/index.js';
import { IdentityFields } from '../../people/index.js';
import type { ReadPromise } from '../conditions/promise.service.js';
import { consultationPaths } from '../consultation.paths.js';
import { type Typed, typedText, useTexts } from './act-page.js';
import { useConditionTexts } from './condition-fields.js';
import { PromiseTag } from './condition-table.js';

const Facts = ({ promise }: { readonly promise: ReadPromise }) => {
  const t = useConditionTexts();
  return (
    <>
      <Summary
        rows={[
          { key: t('promise.what'), value: promise.text },
          { key: t('promise.who'), value: promise.owner },
          { key: t('promise.when'), value: <Time on={promise.dueOn} /> },
          { key: t('promise.state'), value: <PromiseTag state={promise.state} /> },
        ]}
      />
      {promise.finding ? null : <Text>{t('promise.until')}</Text>}
    </>
  );
};

const HandedIn = ({ promise }: { readonly promise: ReadPromise }) => {
  const t = useConditionTexts();
  return (
    <section id="evidence">
      <H2>{t('evidence.heading')}</H2>
      {promise.handedIn.length === 0 ? <Text>{t('evidence.none')}</Text> : null}
      {promise.handedIn.map((one) => (
        <Inset key={one.id}>
          <Text>
            {one.by}, <Time at={one.at} />
          </Text>
          {one.text === '' ? null : one.text.split('\n').map((line, at) => <Text key={at}>{line}</Text>)}
          {one.fileId ? (
            <Text>
              <Link href={consultationPaths.promiseFile(promise.id, one.id)}>{t('evidence.file', { name: one.fileName ?? '' })}</Link>
            </Text>
          ) : null}
        </Inset>
      ))}
    </section>
  );
};

interface PageProps extends Pick<Typed, 'errors'> {
  readonly promise: ReadPromise;
  readonly crumbs: readonly Crumb[];
  readonly children?: ComponentChildren;
}
const Page = ({ promise, crumbs, errors, children }: PageProps) => {
  const t = useConditionTexts();
  const title = t('promise.title');
  return (
    <Shell title={title} error={(errors?.length ?? 0) > 0} crumbs={[...crumbs, { text: title }]}>
      <ErrorSummary errors={errors} />
      <H1 caption={promise.toolName}>{title}</H1>
      <Facts promise={promise} />
      <HandedIn promise={promise} />
      {children}
    </Shell>
  );
};

/** The promises of one person, the first that is due first. */
export const OwnPromisesPage = ({ promises }: { readonly promises: readonly ReadPromise[] }) => {
  const t = useConditionTexts();
  return (
    <Shell title={t('list.title')}>
      <H1>{t('list.title')}</H1>
      {promises.length > 0 ? <Lead>{t('list.lead')}</Lead> : null}
      <Table
        caption={t('list.title')}
        captionHidden
        head={[t('promise.what'), t('promise.about'), t('promise.when'), t('promise.state')]}
        rows={promises.map((one) => [
          <Link href={consultationPaths.ownPromise(one.id)}>{one.text}</Link>,
          one.toolName,
          <Time on={one.dueOn} />,
          <PromiseTag state={one.state} />,
        ])}
        empty={t('list.empty')}
      />
    </Shell>
  );
};

/** For the owner: what was promised, what was handed in, and the form to hand in more. */
export const OwnPromisePage = ({ promise, typed, errors }: Typed & { readonly promise: ReadPromise }) => {
  const t = useConditionTexts();
  return (
    <Page promise={promise} errors={errors} crumbs={[{ text: t('list.title'), href: consultationPaths.ownPromises }]}>
      <H2>{t('promise.handIn')}</H2>
      <Text>{t('evidence.lead')}</Text>
      <Form action={consultationPaths.ownPromise(promise.id)} multipart>
        <Field
          name="text"
          type="textarea"
          optional
          limit={4000}
          label={t('evidence.text')}
          value={typedText(typed, 'text')}
          error={errorOf(errors, 'text')}
        />
        <Field
          name="file"
          type="file"
          optional
          label={t('evidence.fileField')}
          hint={t('evidence.fileHint')}
          error={errorOf(errors, 'file')}
        />
        <Warning>{t('evidence.consequence')}</Warning>
        <Button>{t('evidence.button')}</Button>
      </Form>
    </Page>
  );
};

/** For the council: every member looks, an officer says whether it was kept. */
export const PromisePage = ({
  promise,
  judges,
  typed,
  errors,
  identity,
}: Typed & { readonly promise: ReadPromise; readonly judges: boolean }) => {
  const t = useConditionTexts();
  const texts = useTexts();
  const crumbs = [
    { text: texts('council.title'), href: consultationPaths.council },
    { text: promise.toolName, href: consultationPaths.casePage(promise.requestId, 'decisions') },
  ];
  return (
    <Page promise={promise} errors={errors} crumbs={crumbs}>
      {judges ? (
        <Form action={consultationPaths.promise(promise.id)}>
          <Radios
            name="finding"
            label={t('finding.title')}
            items={(['kept', 'broken'] as const).map((value) => ({ value, text: t(`finding.${value}`) }))}
            value={typedText(typed, 'finding')}
            error={errorOf(errors, 'finding')}
          />
          {identity ? <IdentityFields asked={identity} errors={errors} /> : null}
          <Warning>{t('finding.consequence')}</Warning>
          <Button>{t('finding.button')}</Button>
        </Form>
      ) : null}
    </Page>
  );
};
