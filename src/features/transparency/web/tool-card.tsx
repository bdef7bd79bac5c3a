import { text } from '../../../platform/i18n/index.js';
import {
  Banner,
  Columns,
  Details,
  H2,
  H3,
  List,
  Stack,
  Summary,
  type SummaryRow,
  Table,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { DeclaredParts, type DeclaredSection } from '../../tools/index.js';
import { transparencyCatalogue } from '../transparency.catalogue.js';

export const useText = () => text(transparencyCatalogue, usePage().language);

export type Told = 'measured' | 'may' | 'was' | 'would' | 'perhaps';

/** A tool in words, made field by field from its version and the acts on it. */
export interface CardProps {
  readonly toolId: string;
  readonly toolName: string;
  readonly attested: boolean;
  /** What the two lists say: what it does, what it may do, or what it did, would do or perhaps does. */
  readonly told: Told;
  /** What it means for the reader now, and on which devices. */
  readonly own: readonly string[];
  readonly lead: readonly string[];
  readonly measured: readonly string[];
  readonly notMeasured: readonly string[];
  readonly example: readonly (readonly [string, string])[];
  readonly viewers: readonly string[];
  readonly howLong: readonly string[];
  readonly when: readonly string[];
  readonly decided: readonly string[];
  readonly grounds: readonly string[];
  /** What stops it, how fast, and what nobody here can stop. */
  readonly stops: readonly string[];
  readonly declared: readonly DeclaredSection[];
}

const Lines = ({ of }: { readonly of: readonly string[] }) => {
  const t = useText();
  if (of.length === 0) return <>{t('nothingKnown')}</>;
  return of.length === 1 ? <>{of[0]}</> : <List items={of} kind="plain" />;
};

const AT_ONCE = 4;

/** What people ask first at once, and the rest a click away: on a phone it would hide everything below it. */
const NotMeasured = ({ of }: { readonly of: readonly string[] }) => {
  const t = useText();
  if (of.length === 0) return <Text>{t('nothingKnown')}</Text>;
  if (of.length <= AT_ONCE + 4) return <List items={of} />;
  return (
    <>
      <List items={of.slice(0, AT_ONCE)} />
      <Details summary={t('notMeasured.more', { n: of.length - AT_ONCE })}>
        <List items={of.slice(AT_ONCE)} />
      </Details>
    </>
  );
};

/** Side by side: what is measured, and what is not. For a tool that cannot be checked: what may be, and what may not. */
const Measured = ({ measured, notMeasured, told, inCard }: CardProps & { readonly inCard?: boolean }) => {
  const t = useText();
  const Heading = inCard ? H3 : H2;
  return (
    <Columns>
      <Stack>
        <Heading>{t(`told.${told}`)}</Heading>
        {measured.length > 0 ? <List items={measured} /> : <Text>{t('nothingKnown')}</Text>}
      </Stack>
      <Stack>
        <Heading>{t(`toldNot.${told}`)}</Heading>
        {inCard && notMeasured.length > 0 ? <List items={notMeasured} /> : <NotMeasured of={notMeasured} />}
      </Stack>
    </Columns>
  );
};

const Example = ({ toolName, example }: CardProps) => {
  const t = useText();
  if (example.length === 0) return null;
  return <Table caption={t('example', { name: toolName })} head={[t('exampleField'), t('exampleValue')]} rows={example} />;
};

const answers = (props: CardProps, t: ReturnType<typeof useText>): readonly SummaryRow[] => [
  { key: t('viewers'), value: <Lines of={props.viewers} /> },
  { key: t('howLong'), value: <Lines of={props.howLong} /> },
  { key: t('who'), value: <Lines of={props.decided} /> },
  ...(props.when.length > 0 ? [{ key: t('when'), value: <Lines of={props.when} /> }] : []),
  { key: t('ground'), value: <Lines of={props.grounds} /> },
];

/** A tool on a page of its own. */
export const ToolFacts = (props: CardProps) => {
  const t = useText();
  return (
    <>
      {props.lead.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      {props.attested ? (
        <Banner kind="warning" heading={t('cannotBlock')}>
          {t('cannotBlockText')}
        </Banner>
      ) : null}
      <Measured {...props} />
      <Example {...props} />
      <Summary rows={[...(props.own.length > 0 ? [{ key: t('own.title'), value: <Lines of={props.own} /> }] : []), ...answers(props, t)]} />
      <DeclaredParts sections={props.declared} />
    </>
  );
};

const IN_SHORT = 3;

/** The first few in one line, and how many more. */
const NotMeasuredInShort = ({ of }: { readonly of: readonly string[] }) => {
  const t = useText();
  if (of.length <= IN_SHORT + 1) return <Lines of={of} />;
  return <>{t('notMeasured.short', { list: of.slice(0, IN_SHORT).join('; '), n: of.length - IN_SHORT })}</>;
};

/** What people ask first of one tool among others: does it measure me, what, what not, and why. */
export const CardLead = (props: CardProps) => {
  const t = useText();
  return (
    <>
      {props.attested ? (
        <Text>
          <strong>{t('cannotBlock')}</strong> {t('cannotBlockText')}
        </Text>
      ) : null}
      <Summary
        rows={[
          ...(props.own.length > 0 ? [{ key: t('own.title'), value: <Lines of={props.own} /> }] : []),
          { key: t(`told.${props.told}`), value: <Lines of={props.measured} /> },
          { key: t(`toldNot.${props.told}`), value: <NotMeasuredInShort of={props.notMeasured} /> },
          { key: t('purpose'), value: <Lines of={props.lead} /> },
        ]}
      />
    </>
  );
};

/** The rest, a click away. */
export const CardRest = (props: CardProps) => {
  const t = useText();
  return (
    <>
      <Measured {...props} inCard />
      <Summary rows={[...answers(props, t), { key: t('stops'), value: <Lines of={props.stops} /> }]} />
      <Example {...props} />
    </>
  );
};
