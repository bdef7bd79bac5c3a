import {
  Banner,
  Button,
  Details,
  errorOf,
  Field,
  formatInstant,
  Form,
  H2,
  Hidden,
  List,
  Radios,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { IdentityFields } from '../../people/index.js';
import type { Ballot } from '../domain/ballot.js';
import { CHOICES } from '../domain/vote.js';
import { type SeenVote, typedIn, useVoteTexts, type VotePageProps } from './seen-vote.js';

type CastProps = VotePageProps & { readonly seen: SeenVote & { readonly ballot: Ballot } };

const ChoiceField = ({ seen, typed, errors }: CastProps) => {
  const t = useVoteTexts();
  return (
    <Radios
      name="choice"
      label={t('cast.choice')}
      items={CHOICES.map((choice) => ({ value: choice, text: t(`choice.${choice}`), hint: t(`choice.${choice}Hint`) }))}
      value={typedIn(typed, 'choice') ?? seen.ownChoice}
      error={errorOf(errors, 'choice')}
    />
  );
};

/** What is secret and what is not, in plain words and without promising more than holds. */
const SecretDetails = () => {
  const t = useVoteTexts();
  return (
    <Details summary={t('secret.summary')}>
      <List items={[t('secret.apart'), t('secret.box'), t('secret.few'), t('secret.after')]} />
      <Text>{t('secret.limit')}</Text>
    </Details>
  );
};

const OpenForm = (props: CastProps) => {
  const t = useVoteTexts();
  const { seen, to, typed, errors, keyOfPress, identity } = props;
  return (
    <Form action={to.vote} idempotencyKey={keyOfPress}>
      <Hidden name="ballotId" value={seen.ballot.id} />
      <ChoiceField {...props} />
      <Field
        name="reasons"
        type="textarea"
        rows={3}
        limit={2000}
        optional
        label={t('cast.reasons')}
        hint={t('cast.reasonsHint')}
        value={typedIn(typed, 'reasons') ?? seen.ownReasons}
        error={errorOf(errors, 'reasons')}
      />
      <IdentityFields asked={identity} errors={errors} />
      <Button>{t(seen.tookPart ? 'change.button' : 'cast.button')}</Button>
    </Form>
  );
};

const SecretForm = (props: CastProps) => {
  const t = useVoteTexts();
  const { seen, to, errors, keyOfPress, identity } = props;
  return (
    <Form action={to.vote} idempotencyKey={keyOfPress}>
      <Hidden name="ballotId" value={seen.ballot.id} />
      <ChoiceField {...props} />
      <Text>{t('cast.secret')}</Text>
      <IdentityFields asked={identity} errors={errors} />
      <Button>{t('cast.button')}</Button>
    </Form>
  );
};

const SecretChange = (props: CastProps) => {
  const t = useVoteTexts();
  const { seen, to, errors } = props;
  return (
    <Form action={to.vote}>
      <Hidden name="ballotId" value={seen.ballot.id} />
      <ChoiceField {...props} />
      <Field
        name="code"
        width={30}
        label={t('change.code')}
        hint={t('change.codeHint')}
        autocomplete="off"
        error={errorOf(errors, 'code')}
      />
      <Text>{t('change.lost')}</Text>
      <Button>{t('change.button')}</Button>
    </Form>
  );
};

const FormFor = (props: CastProps) => {
  if (props.seen.ballot.form === 'open') return <OpenForm {...props} />;
  return props.seen.tookPart ? <SecretChange {...props} /> : <SecretForm {...props} />;
};

const StandingNote = ({ seen }: CastProps) => {
  const t = useVoteTexts();
  const secret = seen.ballot.form === 'secret';
  if (seen.standing === 'deputy') return <Text>{t(secret ? 'standing.deputySecret' : 'standing.deputy')}</Text>;
  return secret && seen.hasDeputy && !seen.tookPart ? <Text>{t('standing.holderSecret')}</Text> : null;
};

/** The form to vote with, or to change a vote with. */
export const CastPart = (props: CastProps) => {
  const t = useVoteTexts();
  const { language } = usePage();
  const { seen } = props;
  const secret = seen.ballot.form === 'secret';
  if (seen.standing === 'barred' || seen.standing === 'none') return <Banner kind="warning">{t(`standing.${seen.standing}`)}</Banner>;
  const own = seen.ownChoice ? t('mine.open', { choice: t(`choice.${seen.ownChoice}`) }) : t('mine.secret');
  return (
    <section>
      {seen.tookPart ? <Banner kind="success" heading={own} /> : null}
      <H2>{t(seen.tookPart ? 'change.heading' : 'cast.heading')}</H2>
      <StandingNote {...props} />
      <Text>{t('cast.until', { when: formatInstant(seen.ballot.closesAt, language) })}</Text>
      {secret ? <SecretDetails /> : null}
      <FormFor {...props} />
    </section>
  );
};
