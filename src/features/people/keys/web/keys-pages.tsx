import { roleName, text } from '../../../../platform/i18n/index.js';
import type { Role } from '../../../../kernel/actor.js';
import { type Scope, SCOPES } from '../../../../kernel/scopes.js';
import {
  Button,
  ButtonLink,
  Checkboxes,
  Code,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  formatDay,
  formatInstant,
  H1,
  Inset,
  Lead,
  Link,
  LinkButton,
  Radios,
  Shell,
  Table,
  Tag,
  Text,
  usePage,
  Warning,
} from '../../../../platform/ui/index.js';
import { KEY_DAYS, stateOfKey } from '../../domain/api-keys.js';
import type { IdentityAsked } from '../../identity.js';
import { peoplePaths } from '../../people.paths.js';
import { IdentityFields } from '../../web/identity-fields.js';
import { useText as usePeopleText } from '../../web/texts.js';
import type { OwnKeys } from '../api-keys.service.js';
import { keysTexts } from '../keys.catalogue.js';

const useText = () => text(keysTexts, usePage().language);
const useCrumbs = () => {
  const [t, people] = [useText(), usePeopleText()];
  return [
    { href: peoplePaths.me, text: people('me.title') },
    { href: peoplePaths.myKeys, text: t('title') },
  ];
};
const scopeText = (t: ReturnType<typeof useText>, scope: Scope): string => t(`scope.${scope}`);

export const KeysPage = ({ own: { keys, now } }: { readonly own: OwnKeys }) => {
  const t = useText();
  const { language } = usePage();
  const [me] = useCrumbs();
  const rows = keys.map((key) => {
    const state = stateOfKey(key, now);
    return [
      key.name,
      roleName(key.role, language),
      key.scopes.map((scope) => scopeText(t, scope)).join(', '),
      formatInstant(key.expiresAt, language),
      key.lastUsedOn ? formatDay(key.lastUsedOn, language) : t('neverUsed'),
      state === 'works' ? (
        <Form action={peoplePaths.keyEnd(key.id)} inline label={t('endOf', { name: key.name })}>
          <LinkButton>{t('end')}</LinkButton>
        </Form>
      ) : (
        <Tag kind="neutral">{t(`state.${state}`)}</Tag>
      ),
    ];
  });
  return (
    <Shell title={t('title')} crumbs={[me!, { text: t('title') }]}>
      <H1>{t('title')}</H1>
      <Lead>{t('lead')}</Lead>
      <Text>{t('what')}</Text>
      <Table
        caption={t('caption')}
        stacks
        head={[t('name'), t('role'), t('scopes'), t('until'), t('used'), t('state')]}
        rows={rows}
        empty={t('none')}
      />
      <ButtonLink href={peoplePaths.newKey}>{t('new')}</ButtonLink>
    </Shell>
  );
};

export interface NewKeyProps {
  readonly roles: readonly Role[];
  readonly asked: IdentityAsked;
  readonly typed?: { readonly name?: string; readonly role?: string; readonly scopes?: readonly string[]; readonly days?: string };
  readonly errors?: readonly FieldError[];
}
export const NewKeyPage = ({ roles, asked, typed = {}, errors }: NewKeyProps) => {
  const t = useText();
  const { language } = usePage();
  return (
    <Shell title={t('new')} error={errors !== undefined} crumbs={[...useCrumbs(), { text: t('new') }]}>
      <ErrorSummary errors={errors} />
      <H1>{t('new')}</H1>
      <Text>{t('what')}</Text>
      <Form action={peoplePaths.newKey}>
        <Field name="name" label={t('name')} hint={t('nameHint')} value={typed.name} width={30} error={errorOf(errors, 'name')} />
        <Radios
          name="role"
          label={t('roleQuestion')}
          items={roles.map((role) => ({ value: role, text: roleName(role, language), hint: hintOf(role, t) }))}
          value={typed.role}
          error={errorOf(errors, 'role')}
        />
        <Checkboxes
          name="scopes"
          label={t('scopesQuestion')}
          items={SCOPES.map((scope) => ({ value: scope, text: scopeText(t, scope) }))}
          values={typed.scopes}
          error={errorOf(errors, 'scopes')}
        />
        <Radios
          name="days"
          label={t('days')}
          items={KEY_DAYS.map((days) => ({ value: String(days), text: t('daysOf', { days }) }))}
          value={typed.days ?? String(KEY_DAYS[0])}
          error={errorOf(errors, 'days')}
        />
        <IdentityFields asked={asked} errors={errors} />
        <Button>{t('new')}</Button>
      </Form>
    </Shell>
  );
};

const hintOf = (role: Role, t: ReturnType<typeof useText>): string | undefined =>
  role === 'or_chair' || role === 'or_secretary' ? t('officer') : undefined;

/** The one moment at which the key can be read. */
export const KeyShownPage = ({ secret }: { readonly secret: string }) => {
  const t = useText();
  return (
    <Shell title={t('shown')} crumbs={[...useCrumbs(), { text: t('shown') }]}>
      <H1>{t('shown')}</H1>
      <Warning>{t('shownText')}</Warning>
      <Text>
        <Code value={secret} plain copy />
      </Text>
      <Text>{t('shownUse')}</Text>
      <Inset>
        <Code value={`Authorization: Bearer ${secret}`} plain />
      </Inset>
      <Text>
        <Link href={peoplePaths.myKeys}>{t('back')}</Link>
      </Text>
    </Shell>
  );
};
