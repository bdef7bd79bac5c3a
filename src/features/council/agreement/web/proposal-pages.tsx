import {
  Banner,
  Button,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Lead,
  Radios,
  Shell,
  Table,
  Text,
  Warning,
} from '../../../../platform/ui/index.js';
import { IdentityFields, type IdentityAsked } from '../../../people/index.js';
import { agreementPaths } from '../agreement.paths.js';
import type { ReadProposal } from '../agreement.service.js';
import { type AgreedSettings, LIGHT_CLASSES, LONGEST_COPIES } from '../domain/agreement.js';
import { AgreementText, useCrumbs, useTexts, Waits } from './agreement-pages.js';

interface Pressed {
  readonly keyOfPress: string;
  readonly errors?: readonly FieldError[];
}
export interface ProposePageProps extends Pressed {
  readonly settings: Readonly<Record<keyof AgreedSettings, string>>;
  readonly identity: IdentityAsked;
}

export const ProposePage = ({ settings, identity, keyOfPress, errors }: ProposePageProps) => {
  const t = useTexts();
  const crumbs = useCrumbs();
  return (
    <Shell
      title={t('proposal.title')}
      error={(errors?.length ?? 0) > 0}
      crumbs={[...crumbs, { text: t('title'), href: agreementPaths.agreement }, { text: t('proposal.title') }]}
    >
      <ErrorSummary errors={errors} />
      <H1>{t('proposal.title')}</H1>
      <Lead>{t('propose.lead')}</Lead>
      <Form action={agreementPaths.propose} idempotencyKey={keyOfPress}>
        <Field
          name="smallestGroup"
          type="number"
          width={3}
          label={t('propose.group')}
          hint={t('propose.groupHint')}
          value={settings.smallestGroup}
          error={errorOf(errors, 'smallestGroup')}
        />
        <Field
          name="copiesKeptBy"
          type="textarea"
          rows={3}
          limit={LONGEST_COPIES}
          label={t('propose.copies')}
          hint={t('propose.copiesHint')}
          value={settings.copiesKeptBy}
          error={errorOf(errors, 'copiesKeptBy')}
        />
        <Radios
          name="lightClasses"
          label={t('propose.light')}
          items={LIGHT_CLASSES.map((value) => ({ value, text: t(`light.${value}`) }))}
          value={settings.lightClasses}
          error={errorOf(errors, 'lightClasses')}
        />
        <IdentityFields asked={identity} errors={errors} />
        <Warning>{t('propose.consequence')}</Warning>
        <Button>{t('propose.button')}</Button>
      </Form>
    </Shell>
  );
};

const Changes = ({ recorded, proposal }: Pick<ReadProposal, 'recorded' | 'proposal'>) => {
  const t = useTexts();
  if (!recorded || recorded.id === proposal.id) return null;
  const rows = [
    [t('propose.group'), String(recorded.smallestGroup), String(proposal.smallestGroup)],
    [t('propose.copies'), recorded.copiesKeptBy, proposal.copiesKeptBy],
    [t('propose.light'), t(`light.${recorded.lightClasses}`), t(`light.${proposal.lightClasses}`)],
  ].filter(([, now, then]) => now !== then);
  return (
    <section>
      <H2>{t('change.heading')}</H2>
      <Table caption={t('change.heading')} captionHidden head={[t('change.what'), t('change.now'), t('change.then')]} rows={rows} />
    </section>
  );
};

export interface ProposalPageProps extends ReadProposal, Pressed {
  /** Why this reader cannot record it, in words; null for whoever can, or signs for neither side. */
  readonly keptText: string | null;
  readonly typedReason?: string;
}

const SignForm = ({ proposal, identity, keyOfPress, errors }: ProposalPageProps) => {
  const t = useTexts();
  return (
    <section>
      <H2>{t('sign.heading')}</H2>
      <Form action={agreementPaths.signature(proposal.id)} idempotencyKey={keyOfPress}>
        <IdentityFields asked={identity} errors={errors} />
        <Warning>{t('sign.consequence')}</Warning>
        <Button>{t('sign.button')}</Button>
      </Form>
    </section>
  );
};

const DeclineForm = ({ proposal, keyOfPress, errors, typedReason }: ProposalPageProps) => {
  const t = useTexts();
  return (
    <section>
      <H2>{t('decline.heading')}</H2>
      <Form action={agreementPaths.decline(proposal.id)} idempotencyKey={keyOfPress}>
        <Field
          name="reason"
          type="textarea"
          rows={3}
          limit={1000}
          label={t('decline.reason')}
          hint={t('decline.reasonHint')}
          value={typedReason}
          error={errorOf(errors, 'reason')}
        />
        <Button kind="secondary">{t('decline.button')}</Button>
      </Form>
    </section>
  );
};

/** One proposal: its words, what it changes, for whom it waits, and the two things that can be done with it. */
export const ProposalPage = (props: ProposalPageProps) => {
  const t = useTexts();
  const crumbs = useCrumbs();
  const { proposal, parties, kept, keptText, mayDecline, errors } = props;
  const open = !proposal.recordedAt && !proposal.declinedAt;
  return (
    <Shell
      title={t('proposal.title')}
      error={(errors?.length ?? 0) > 0}
      crumbs={[...crumbs, { text: t('title'), href: agreementPaths.agreement }, { text: t('proposal.title') }]}
    >
      <ErrorSummary errors={errors} />
      <H1 caption={proposal.reference}>{t('proposal.title')}</H1>
      {open ? (
        <Banner kind="info" heading={t('waits.heading')}>
          <Waits proposal={proposal} />
        </Banner>
      ) : null}
      {proposal.declineReason ? <Banner kind="info">{t('declined.text', { reason: proposal.declineReason })}</Banner> : null}
      <Changes {...props} />
      <AgreementText proposal={proposal} parties={parties} />
      <ButtonGroup>
        <ButtonLink href={agreementPaths.proposalPdf(proposal.id)} kind="secondary">
          {t('pdf')}
        </ButtonLink>
      </ButtonGroup>
      {keptText ? <Text>{keptText}</Text> : null}
      {open && kept === null ? <SignForm {...props} /> : null}
      {mayDecline ? <DeclineForm {...props} /> : null}
    </Shell>
  );
};
