import { Button, type FieldError, Form, H2, Text, usePage } from '../../../platform/ui/index.js';
import { text } from '../../../platform/i18n/index.js';
import { IdentityFields, type IdentityAsked } from '../../people/index.js';
import { secondPersonCatalogue } from '../competence/second-person.catalogue.js';
import { consultationPaths } from '../consultation.paths.js';

export interface SecondPersonProps {
  readonly requestId: string;
  readonly may: boolean;
  readonly confirmed: boolean;
  readonly identity: IdentityAsked;
  readonly errors?: readonly FieldError[];
}

/** Under ten people: somebody who did none of it confirms what was decided. */
export const SecondPersonPart = ({ requestId, may, confirmed, identity, errors }: SecondPersonProps) => {
  const t = text(secondPersonCatalogue, usePage().language);
  if (!may && !confirmed) return null;
  return (
    <section id="second-person">
      <H2>{t('heading')}</H2>
      {confirmed ? <Text>{t('confirmed')}</Text> : <Text>{t('lead')}</Text>}
      {may ? (
        <Form action={consultationPaths.secondPerson(requestId)}>
          <Text>{t('means')}</Text>
          <IdentityFields asked={identity} errors={errors} />
          <Button>{t('button')}</Button>
        </Form>
      ) : null}
    </section>
  );
};
