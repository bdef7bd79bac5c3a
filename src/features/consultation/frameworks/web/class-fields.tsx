import { Checkbox, Checkboxes, Details, errorOf, Field, Radios, Text, usePage } from '../../../../platform/ui/index.js';
import type { LightColour } from '../../../../policy/index.js';
import { categoryName, type NamedCodes, valueLabel } from '../../../tools/index.js';
import { typedList, typedText, type Typed } from '../../web/act-page.js';
import { CHOICES } from '../typed-framework.js';
import { useFrameworkTexts } from './frameworks-page.js';

interface OfClass extends Typed {
  readonly colour: LightColour;
  readonly named: NamedCodes;
}
interface Item {
  readonly value: string;
  readonly text: string;
}

const started = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const byText = (items: readonly Item[]): readonly Item[] => [...items].sort((a, b) => a.text.localeCompare(b.text));

/** The choices of a class, in the words that people know. */
const useItems = () => {
  const { language } = usePage();
  const labelled = (attribute: string, codes: readonly string[]): readonly Item[] =>
    byText(codes.map((value) => ({ value, text: started(valueLabel(attribute, value, language)) })));
  return {
    categories: byText(CHOICES.categories.map((value) => ({ value, text: started(categoryName(value, language)) }))),
    labelled,
  };
};

const Several = ({ name, label, hint, items, typed, errors }: Typed & SeveralProps) => (
  <Checkboxes name={name} label={label} hint={hint} items={items} values={typedList(typed, name)} error={errorOf(errors, name)} />
);
interface SeveralProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly items: readonly Item[];
}
const One = ({ name, label, typed, errors }: Typed & Omit<SeveralProps, 'items'>) => (
  <Checkbox name={name} text={label} checked={typed?.[name] === 'yes'} error={errorOf(errors, name)} />
);

const About = ({ colour, ...props }: OfClass) => {
  const t = useFrameworkTexts();
  const { categories, labelled } = useItems();
  return (
    <>
      <Several {...props} name={`${colour}Categories`} label={t('scope.categories')} items={categories} />
      <Several {...props} name={`${colour}Purposes`} label={t('scope.purposes')} items={labelled('purposes[].code', CHOICES.purposes)} />
    </>
  );
};

const Captured = ({ colour, named, ...props }: OfClass) => {
  const t = useFrameworkTexts();
  const { labelled } = useItems();
  const level = `${colour}Level`;
  return (
    <>
      <Several {...props} name={`${colour}Modes`} label={t('scope.modes')} items={labelled('capture.modes', CHOICES.modes)} />
      <Several
        {...props}
        name={`${colour}Data`}
        label={t('scope.data')}
        hint={t('propose.dataHint')}
        items={labelled('tool.dataCategories[].code', named.data)}
      />
      <Radios
        name={level}
        label={t('scope.level')}
        items={(['0', '1', '2'] as const).map((value) => ({ value, text: t(`level.${value}`) }))}
        value={typedText(props.typed, level) ?? '1'}
        error={errorOf(props.errors, level)}
      />
      <Several
        {...props}
        name={`${colour}Sensors`}
        label={t('scope.sensors')}
        items={CHOICES.sensors.map((value) => ({ value, text: t(`sensor.${value}`) }))}
      />
      <One {...props} name={`${colour}Home`} label={t('propose.home')} />
      <One {...props} name={`${colour}Private`} label={t('propose.private')} />
    </>
  );
};

const Limits = ({ colour, named, ...props }: OfClass) => {
  const t = useFrameworkTexts();
  const { labelled } = useItems();
  const number = (name: string, label: string, optional: boolean) => (
    <Field
      name={name}
      type="number"
      width={4}
      optional={optional}
      label={label}
      value={typedText(props.typed, name)}
      error={errorOf(props.errors, name)}
    />
  );
  return (
    <>
      {number(`${colour}Days`, t('propose.days'), false)}
      <One {...props} name={`${colour}Hours`} label={t('propose.hours')} />
      <One {...props} name={`${colour}Person`} label={t('propose.person')} />
      {number(`${colour}Group`, t('propose.group'), true)}
      {number(`${colour}Sample`, t('propose.sample'), true)}
      <Several
        {...props}
        name={`${colour}Viewers`}
        label={t('propose.viewers')}
        hint={t('propose.viewersHint')}
        items={labelled('tool.recipients[].role', named.functions)}
      />
    </>
  );
};

const PARTS = [
  { title: 'part.about', Part: About, fields: ['Categories', 'Purposes'] },
  { title: 'part.captured', Part: Captured, fields: ['Modes', 'Data', 'Level', 'Sensors', 'Home', 'Private'] },
  { title: 'part.limits', Part: Limits, fields: ['Days', 'Hours', 'Person', 'Group', 'Sample', 'Viewers'] },
] as const;

/** A class in three folded parts; a part with a mistake stands open. */
export const ClassFields = (props: OfClass) => {
  const t = useFrameworkTexts();
  const { colour, typed, errors } = props;
  const named = { colour: t(`colour.${colour}`).toLowerCase() };
  const isWrong = (fields: readonly string[]): boolean => (errors ?? []).some(({ field }) => fields.some((one) => field === colour + one));
  return (
    <>
      <Text>{t(`means.${colour}`)}</Text>
      <Checkbox
        name={`${colour}Use`}
        text={t('propose.use', named)}
        hint={t('part.hint')}
        checked={typed ? typed[`${colour}Use`] === 'yes' : colour === 'green'}
        error={errorOf(errors, `${colour}Use`)}
      />
      {PARTS.map(({ title, Part, fields }) => (
        <Details key={title} summary={t(title)} open={isWrong(fields)}>
          <Part {...props} />
        </Details>
      ))}
    </>
  );
};
