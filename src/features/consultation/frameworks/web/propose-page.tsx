import {
  Checkbox,
  Checkboxes,
  DateField,
  Details,
  errorOf,
  Field,
  Fieldset,
  H2,
  Radios,
  Text,
  usePage,
} from '../../../../platform/ui/index.js';
import type { LightColour } from '../../../../policy/index.js';
import { categoryName, valueLabel } from '../../../tools/index.js';
import { GROUNDS } from '../../domain/grounds.js';
import { ActPage, typedList, typedText, type Typed, useTexts } from '../../web/act-page.js';
import { frameworkPaths } from '../frameworks.paths.js';
import { CHOICES } from '../typed-framework.js';
import { useFrameworkTexts } from './frameworks-page.js';

interface OfClass extends Typed {
  readonly colour: LightColour;
}

const Scope = ({ colour, typed, errors }: OfClass) => {
  const t = useFrameworkTexts();
  const { language } = usePage();
  const name = (part: string): string => `${colour}${part}`;
  const several = (part: string, label: string, items: readonly { readonly value: string; readonly text: string }[]) => (
    <Checkboxes name={name(part)} label={label} items={items} values={typedList(typed, name(part))} error={errorOf(errors, name(part))} />
  );
  return (
    <>
      {several(
        'Categories',
        t('scope.categories'),
        CHOICES.categories.map((value) => ({ value, text: categoryName(value, language) })),
      )}
      {several(
        'Modes',
        t('scope.modes'),
        CHOICES.modes.map((value) => ({ value, text: valueLabel('capture.modes', value, language) })),
      )}
      {several(
        'Purposes',
        t('scope.purposes'),
        CHOICES.purposes.map((value) => ({ value, text: valueLabel('purposes[].code', value, language) })),
      )}
      <Field
        name={name('Data')}
        label={t('scope.data')}
        hint={t('propose.dataHint')}
        value={typedText(typed, name('Data'))}
        error={errorOf(errors, name('Data'))}
      />
      <Radios
        name={name('Level')}
        label={t('scope.level')}
        items={(['0', '1', '2'] as const).map((value) => ({ value, text: t(`level.${value}`) }))}
        value={typedText(typed, name('Level')) ?? '1'}
        error={errorOf(errors, name('Level'))}
      />
      {several(
        'Sensors',
        t('scope.sensors'),
        CHOICES.sensors.map((value) => ({ value, text: t(`sensor.${value}`) })),
      )}
      <Checkbox
        name={name('Home')}
        text={t('scope.home')}
        checked={typed?.[name('Home')] === 'yes'}
        error={errorOf(errors, name('Home'))}
      />
      <Checkbox
        name={name('Private')}
        text={t('scope.private')}
        checked={typed?.[name('Private')] === 'yes'}
        error={errorOf(errors, name('Private'))}
      />
    </>
  );
};

const Limits = ({ colour, typed, errors }: OfClass) => {
  const t = useFrameworkTexts();
  const name = (part: string): string => `${colour}${part}`;
  const number = (part: string, label: string, optional: boolean) => (
    <Field
      name={name(part)}
      type="number"
      width={4}
      optional={optional}
      label={label}
      value={typedText(typed, name(part))}
      error={errorOf(errors, name(part))}
    />
  );
  return (
    <>
      {number('Days', t('propose.days'), false)}
      <Checkbox
        name={name('Hours')}
        text={t('propose.hours')}
        checked={typed?.[name('Hours')] === 'yes'}
        error={errorOf(errors, name('Hours'))}
      />
      <Checkbox
        name={name('Person')}
        text={t('propose.person')}
        checked={typed?.[name('Person')] === 'yes'}
        error={errorOf(errors, name('Person'))}
      />
      {number('Group', t('propose.group'), true)}
      {number('Sample', t('propose.sample'), true)}
      <Field
        name={name('Viewers')}
        optional
        label={t('propose.viewers')}
        hint={t('propose.viewersHint')}
        value={typedText(typed, name('Viewers'))}
        error={errorOf(errors, name('Viewers'))}
      />
    </>
  );
};

/** Folded as long as nobody uses it; green, which comes first, stands open. */
const ClassFields = (props: OfClass) => {
  const t = useFrameworkTexts();
  const { colour, typed, errors } = props;
  const named = { colour: t(`colour.${colour}`).toLowerCase() };
  const open = colour === 'green' || typed?.[`${colour}Use`] === 'yes' || (errors ?? []).some(({ field }) => field.startsWith(colour));
  return (
    <Details summary={t('class', named)} open={open}>
      <Fieldset legend={t('class', named)}>
        <Text>{t(`means.${colour}`)}</Text>
        <Checkbox
          name={`${colour}Use`}
          text={t('propose.use', named)}
          checked={typed?.[`${colour}Use`] === 'yes'}
          error={errorOf(errors, `${colour}Use`)}
        />
        <Scope {...props} />
        <Limits {...props} />
      </Fieldset>
    </Details>
  );
};

export const ProposePage = ({ typed, errors, identity, keyOfPress }: Typed) => {
  const t = useFrameworkTexts();
  const consultation = useTexts();
  const area = (name: 'reasons' | 'consequences', label: string) => (
    <Field name={name} type="textarea" limit={10_000} label={label} value={typedText(typed, name)} error={errorOf(errors, name)} />
  );
  return (
    <ActPage
      title={t('propose.title')}
      crumbs={[{ text: t('title'), href: frameworkPaths.list }]}
      lead={t('propose.lead')}
      action={frameworkPaths.list}
      consequence={t('propose.consequence')}
      button={t('propose.button')}
      errors={errors}
      identity={identity}
      keyOfPress={keyOfPress}
    >
      <Field name="title" label={t('propose.name')} value={typedText(typed, 'title')} error={errorOf(errors, 'title')} />
      {area('reasons', t('reasons'))}
      {area('consequences', t('consequences'))}
      <Checkboxes
        name="grounds"
        label={t('grounds')}
        items={GROUNDS.map((ground) => ({ value: ground, text: consultation(`ground.${ground}`) }))}
        values={typedList(typed, 'grounds')}
        error={errorOf(errors, 'grounds')}
      />
      <DateField
        name="endsOn"
        label={t('propose.ends')}
        hint={t('propose.endsHint')}
        value={typedText(typed, 'endsOn')}
        error={errorOf(errors, 'endsOn')}
      />
      <H2>{t('scope.limits')}</H2>
      <Text>{t('colours')}</Text>
      <ClassFields colour="green" typed={typed} errors={errors} />
      <ClassFields colour="amber" typed={typed} errors={errors} />
    </ActPage>
  );
};
