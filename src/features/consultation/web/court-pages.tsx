import { DateField, errorOf, Field, Link, Radios, Summary, Text, Time, usePage } from '../../../platform/ui/index.js';
import { text } from '../../../platform/i18n/index.js';
import { consultationPaths } from '../consultation.paths.js';
import { courtCatalogue } from '../court/court.catalogue.js';
import type { FoundPetition } from '../court/court.repository.js';
import { COURT_GROUNDS } from '../domain/petition.js';
import { ActPage, typedText } from './act-page.js';
import { type OfRequest, useCrumbs } from './of-request.js';

export const useCourtTexts = () => text(courtCatalogue, usePage().language);

/** The director records that the employer asked the court. */
export const PetitionPage = ({ request, typed, errors }: OfRequest) => {
  const c = useCourtTexts();
  const line = (name: 'court' | 'reference') => (
    <Field name={name} label={c(name)} value={typedText(typed, name)} error={errorOf(errors, name)} />
  );
  return (
    <ActPage
      title={c('title')}
      crumbs={useCrumbs({ request })}
      lead={c('lead')}
      action={consultationPaths.petition(request.id)}
      consequence={c('consequence')}
      button={c('button')}
      errors={errors}
      multipart
    >
      <Radios
        name="ground"
        label={c('ground')}
        items={COURT_GROUNDS.map((value) => ({ value, text: c(value) }))}
        value={typedText(typed, 'ground')}
        error={errorOf(errors, 'ground')}
      />
      <DateField
        name="filedOn"
        label={c('filedOn')}
        hint={c('filedOnHint')}
        value={typedText(typed, 'filedOn')}
        error={errorOf(errors, 'filedOn')}
      />
      {line('court')}
      {line('reference')}
      <Field name="file" type="file" label={c('file')} hint={c('fileHint')} error={errorOf(errors, 'file')} />
    </ActPage>
  );
};

/** The secretary reads the petition and says that it was filed as recorded. */
export const PetitionConfirmPage = ({ request, petition, errors, identity }: OfRequest & { readonly petition: FoundPetition }) => {
  const c = useCourtTexts();
  return (
    <ActPage
      title={c('confirmTitle')}
      crumbs={useCrumbs({ request })}
      lead={c('confirmLead')}
      before={
        <>
          <Summary
            rows={[
              { key: c('ground'), value: c(petition.ground) },
              { key: c('filedOn'), value: <Time on={petition.filedOn} /> },
              { key: c('court'), value: petition.court },
              { key: c('reference'), value: petition.reference },
            ]}
          />
          <Text>
            <Link href={consultationPaths.petitionFile(petition.id)}>{c('readFile')}</Link>
          </Text>
        </>
      }
      action={consultationPaths.petitionConfirmation(petition.id)}
      button={c('confirmButton')}
      errors={errors}
      identity={identity}
    />
  );
};
