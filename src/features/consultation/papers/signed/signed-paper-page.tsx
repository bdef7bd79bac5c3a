import { formatInstant, text } from '../../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  H1,
  H2,
  Hidden,
  Lead,
  Link,
  List,
  Radios,
  Shell,
  Small,
  Tag,
  Text,
  usePage,
  Warning,
} from '../../../../platform/ui/index.js';
import { IdentityFields } from '../../../people/index.js';
import { consultationPaths } from '../../consultation.paths.js';
import { type Typed, typedText } from '../../web/act-page.js';
import { Fingerprint } from '../../web/council-page.js';
import { useCrumbs } from '../../web/of-request.js';
import { casePapersCatalogue } from '../case-papers.catalogue.js';
import { signedPapersCatalogue } from './signed-papers.catalogue.js';
import { type SignedPaper, SIDES } from '../domain/signed-paper.js';
import type { ReadSignedPaper } from './signed-papers.service.js';

interface Props extends Typed {
  readonly read: ReadSignedPaper;
  /** The reader added the scan that waits. */
  readonly own: boolean;
}
const useWords = () => text(signedPapersCatalogue, usePage().language);

const Add = ({ read, typed, errors, keyOfPress }: Props) => {
  const t = useWords();
  return (
    <section id="add">
      <H2>{t('add')}</H2>
      <Form action={consultationPaths.signedPaper(read.request.id, read.paper)} multipart idempotencyKey={keyOfPress}>
        <Radios
          name="side"
          label={t('side')}
          items={SIDES.map((value) => ({ value, text: t(`side.${value}`) }))}
          value={typedText(typed, 'side')}
          error={errorOf(errors, 'side')}
        />
        <Field name="scan" type="file" label={t('scan')} hint={t('scanHint')} error={errorOf(errors, 'scan')} />
        <IdentityFields asked={read.identity} errors={errors} />
        <Warning>{t('addConsequence')}</Warning>
        <Button>{t('add')}</Button>
      </Form>
    </section>
  );
};

const Check = ({ read, waiting, typed, errors, keyOfPress }: Props & { readonly waiting: SignedPaper }) => {
  const t = useWords();
  const { id } = read.request;
  return (
    <section id="check">
      <H2>{t('check')}</H2>
      <List
        kind="number"
        items={[
          <Link href={consultationPaths.signedScan(id, read.paper, waiting.id)}>{t('step1')}</Link>,
          t('step2'),
          t('step3'),
          t('step4'),
        ]}
      />
      <Form action={consultationPaths.signedCheck(id, read.paper)} idempotencyKey={keyOfPress}>
        <Hidden name="signedId" value={waiting.id} />
        <Field name="code" label={t('code')} hint={t('codeHint')} value={typedText(typed, 'code')} error={errorOf(errors, 'code')} />
        <IdentityFields asked={read.identity} errors={errors} />
        <Button>{t('confirm')}</Button>
      </Form>
      <H2>{t('rejectTitle')}</H2>
      <Form action={consultationPaths.signedRejection(id, read.paper)}>
        <Hidden name="signedId" value={waiting.id} />
        <Field
          name="reason"
          type="textarea"
          rows={3}
          limit={2000}
          label={t('reason')}
          value={typedText(typed, 'reason')}
          error={errorOf(errors, 'reason')}
        />
        <Button kind="secondary">{t('reject')}</Button>
      </Form>
    </section>
  );
};

/** The scan, and the code that changes with every change of it. */
const ScanLink = ({ read, scan }: Pick<Props, 'read'> & { readonly scan: SignedPaper }) => {
  const t = useWords();
  return (
    <>
      <Text>
        <Link href={consultationPaths.signedScan(read.request.id, read.paper, scan.id)}>{t('openScan')}</Link>
      </Text>
      <Small>{t('scanFingerprint')}</Small>
      <Fingerprint value={scan.fingerprint} />
    </>
  );
};

const Waiting = ({ read, own }: Props) => {
  const t = useWords();
  const { language } = usePage();
  const { waiting, names } = read;
  if (!waiting) return null;
  const values = { name: names.get(waiting.uploadedBy) ?? '…', when: formatInstant(waiting.uploadedAt, language) };
  return (
    <Banner kind="warning" heading={t('waits')}>
      <Text>{t('waitsText', { ...values, side: t(`side.${waiting.side}`) })}</Text>
      {own ? <Text>{t('ownWaits')}</Text> : null}
      <ScanLink read={read} scan={waiting} />
    </Banner>
  );
};

const Scans = ({ read }: Pick<Props, 'read'>) => {
  const t = useWords();
  const { language } = usePage();
  const ended = read.scans.filter(({ outcome }) => outcome !== null);
  return (
    <section id="scans">
      <H2>{t('scans')}</H2>
      {ended.length === 0 ? <Text>{t('none')}</Text> : null}
      {ended.map((one) => {
        const when = formatInstant(one.endedAt ?? one.uploadedAt, language);
        if (one.outcome === 'rejected') return <Text key={one.id}>{t('turnedDown', { when })}</Text>;
        return (
          <section key={one.id}>
            <Tag kind="met">{t('tag')}</Tag>
            <Text>{t('done', { side: t(`side.${one.side}`), name: read.names.get(one.endedBy ?? '') ?? '…', when })}</Text>
            <ScanLink read={read} scan={one} />
          </section>
        );
      })}
    </section>
  );
};

/** One paper of a case: whether it was signed by hand, the scan that waits, and the way to add one. */
export const SignedPaperPage = (props: Props) => {
  const t = useWords();
  const { language } = usePage();
  const { read, errors } = props;
  const { request, paper, waiting } = read;
  const title = t('title', { name: text(casePapersCatalogue, language)(`name.${paper}`) });
  const papers = { text: text(casePapersCatalogue, language)('list.heading'), href: consultationPaths.casePage(request.id, 'papers') };
  return (
    <Shell title={title} error={(errors?.length ?? 0) > 0} crumbs={[...useCrumbs({ request }), papers, { text: title }]}>
      <ErrorSummary errors={errors} />
      <H1 caption={request.toolName}>{title}</H1>
      <Lead>{t('lead')}</Lead>
      <Text>
        <Link href={consultationPaths.casePaper(request.id, paper)}>{t('read')}</Link>
      </Text>
      <Waiting {...props} />
      {read.mayCheck && waiting ? <Check {...props} waiting={waiting} /> : null}
      <Scans read={read} />
      {read.mayAdd ? <Add {...props} /> : null}
      <Small>{t('notInstead')}</Small>
    </Shell>
  );
};
