import {
  Button,
  DateField,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  H1,
  Lead,
  Radios,
  Shell,
  Text,
  Warning,
} from '../../../platform/ui/index.js';
import type { VotingBody } from '../../council/index.js';
import type { BallotForm } from '../domain/ballot.js';
import { typedIn, useVoteTexts, type VoteFormProps } from './seen-vote.js';

type AnnounceProps = Omit<VoteFormProps, 'identity'> & { readonly form: BallotForm; readonly body: VotingBody };

const Moment = ({ of, typed, errors }: Pick<AnnounceProps, 'typed' | 'errors'> & { readonly of: 'opens' | 'closes' }) => {
  const t = useVoteTexts();
  const optional = of === 'opens';
  return (
    <>
      <DateField
        name={`${of}On`}
        optional={optional}
        label={t(`announce.${of}On`)}
        hint={optional ? t('announce.onlyLater') : undefined}
        value={typedIn(typed, `${of}On`)}
        error={errorOf(errors, `${of}On`)}
      />
      <Field
        name={`${of}Time`}
        optional={optional}
        width={5}
        label={t(`announce.${of}Time`)}
        hint={t('announce.timeHint')}
        value={typedIn(typed, `${of}Time`)}
        error={errorOf(errors, `${of}Time`)}
      />
    </>
  );
};

/** An officer puts a proposal to the vote. Open or secret is not asked: the council's rules say it. */
export const AnnouncePage = ({ crumbs, toolName, form, body, to, typed, errors, keyOfPress }: AnnounceProps) => {
  const t = useVoteTexts();
  const title = t('announce.title');
  return (
    <Shell title={title} error={(errors?.length ?? 0) > 0} crumbs={[...crumbs, { text: t('vote.title'), href: to.vote }, { text: title }]}>
      <ErrorSummary errors={errors} />
      <H1 caption={toolName}>{title}</H1>
      <Lead>{t('announce.lead')}</Lead>
      <Text>{t(form === 'secret' ? 'announce.formSecret' : 'announce.formOpen')}</Text>
      <Form action={to.announce} idempotencyKey={keyOfPress}>
        <Field
          name="proposal"
          type="textarea"
          rows={2}
          limit={300}
          label={t('announce.proposal')}
          hint={t(body === 'pvt' ? 'announce.proposalHintPvt' : 'announce.proposalHint', { tool: toolName })}
          value={
            typedIn(typed, 'proposal') ?? t(body === 'pvt' ? 'announce.proposalDefaultPvt' : 'announce.proposalDefault', { tool: toolName })
          }
          error={errorOf(errors, 'proposal')}
        />
        <Radios
          name="opens"
          label={t('announce.opens')}
          items={[
            { value: 'now', text: t('announce.now') },
            { value: 'later', text: t('announce.later') },
          ]}
          value={typedIn(typed, 'opens') ?? 'now'}
          error={errorOf(errors, 'opens')}
        />
        <Moment of="opens" typed={typed} errors={errors} />
        <Moment of="closes" typed={typed} errors={errors} />
        <Warning>{t('announce.consequence')}</Warning>
        <Button>{t('announce.button')}</Button>
      </Form>
    </Shell>
  );
};
