import type { Role } from '../../../kernel/actor.js';
import { roleName } from '../../../platform/i18n/index.js';
import {
  Button,
  ButtonGroup,
  Card,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  H1,
  H2,
  Radios,
  Shell,
  Text,
  usePage,
  type FieldError,
} from '../../../platform/ui/index.js';
import { peoplePaths } from '../people.paths.js';
import { useText } from './texts.js';

export interface Offer {
  readonly id: string;
  readonly role: Role;
  readonly council: boolean;
  readonly officer: boolean;
}
interface Props {
  readonly roles: readonly Role[];
  readonly chosen: string;
  readonly offers: readonly Offer[];
  readonly errors?: readonly FieldError[];
}

const OfferCard = ({ offer, errors }: { readonly offer: Offer; readonly errors?: readonly FieldError[] }) => {
  const t = useText();
  const { language } = usePage();
  return (
    <Card>
      <Text>{t('role.offer', { role: roleName(offer.role, language) })}</Text>
      {offer.officer ? <Text>{t('role.offerOfficer')}</Text> : null}
      <Form action={peoplePaths.acceptance(offer.id)}>
        {offer.council ? (
          <Field
            name="address"
            type="email"
            label={t('role.address')}
            hint={t('role.addressHint')}
            optional
            width={30}
            autocomplete="email"
            error={errorOf(errors, 'address')}
          />
        ) : null}
        <Button>{t('role.accept')}</Button>
      </Form>
      <Form action={peoplePaths.refusal(offer.id)}>
        <Button kind="secondary">{t('role.decline')}</Button>
      </Form>
    </Card>
  );
};

/** One offer at a time: the next one shows after the answer. */
export const RolePage = ({ roles, chosen, offers, errors }: Props) => {
  const t = useText();
  const { language } = usePage();
  return (
    <Shell title={t('role.title')} error={errors !== undefined}>
      <ErrorSummary errors={errors} />
      <H1>{t('role.title')}</H1>
      {offers.length > 0 ? <H2>{t('role.offers')}</H2> : null}
      {offers[0] ? <OfferCard offer={offers[0]} errors={errors} /> : null}
      {roles.length > 1 ? (
        <>
          <Text>{t('role.text')}</Text>
          <Form action={peoplePaths.role}>
            <Radios
              name="role"
              label={t('role.choose')}
              items={roles.map((role) => ({ value: role, text: roleName(role, language) }))}
              value={chosen}
              error={errorOf(errors, 'role')}
            />
            <ButtonGroup>
              <Button>{t('role.button')}</Button>
            </ButtonGroup>
          </Form>
        </>
      ) : (
        <Text>{t('role.one', { role: roleName(roles[0] ?? 'employee', language) })}</Text>
      )}
    </Shell>
  );
};
