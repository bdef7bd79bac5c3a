import type { Actor, Language } from '../../src/kernel/actor.js';
import {
  Abbr,
  Banner,
  Bars,
  StackedBar,
  Button,
  ButtonGroup,
  ButtonLink,
  Card,
  Checkbox,
  Checkboxes,
  Code,
  Columns,
  DateField,
  Details,
  Diff,
  Document,
  ErrorSummary,
  Field,
  Form,
  H1,
  H2,
  H3,
  Inset,
  Lead,
  Link,
  List,
  Pagination,
  Panel,
  Radios,
  RequirementList,
  RequirementRow,
  Select,
  Shell,
  Small,
  Steps,
  Summary,
  Table,
  Tag,
  TaskList,
  Text,
  Time,
  Verdict,
  Warning,
  errorOf,
  type Cell,
  type PageContext,
} from '../../src/platform/ui/index.js';

const actor = (language: Language): Actor => ({ personId: 'p_1', role: 'hr_registrar', roles: ['hr_registrar', 'employee'], language });

export const galleryContext = (language: Language, changes: Partial<PageContext> = {}): PageContext => ({
  language,
  path: '/tools/t_1',
  actor: actor(language),
  roleLabel: 'HR',
  nav: [
    { href: '/', text: 'Overzicht' },
    { href: '/tools', text: 'Volgsystemen', current: true },
    { href: '/council', text: 'Instemming' },
    { href: '/me/notices', text: 'Berichten', count: 2 },
    { href: '/log', text: 'Logboek' },
  ],
  csrf: 'c5rf',
  demo: { now: new Date('2026-03-12T09:04:00Z') },
  requestId: 'r_1',
  now: new Date('2026-03-12T09:04:00Z'),
  ...changes,
});

const STATES: readonly Cell['kind'][] = [
  'met',
  'met',
  'met',
  'met',
  'met',
  'blocked',
  'met',
  'waiting',
  'later',
  'later',
  'later',
  'blocked',
  'na',
  'warning',
];
const cells: readonly Cell[] = STATES.map((kind, at) => ({ kind, label: `E${at + 1}` }));
const errors = [
  { field: 'days', text: 'Vul een bewaartermijn in van 30 dagen of korter' },
  { field: 'why', text: 'Leg uit waarom deze termijn nodig is' },
  { field: 'kept', text: 'Kies ja of nee' },
];
const fingerprint = '9f2c41ab07de5c1893aa7be0c410d2f85b6e2d9047f1aa3c8e5d60b17c24e310';

const Chain = () => (
  <>
    <H2>Stappen tot activering</H2>
    <Steps
      items={[
        { title: 'Volgsysteem geregistreerd', state: 'done', by: 'Sanne de Boer (HR)', when: <Time on="2026-02-24" /> },
        { title: 'Beoordeling en DPIA vastgesteld', state: 'done', by: 'Sanne de Boer (HR)', when: <Time on="2026-03-03" /> },
        { title: 'Overlegvergadering', state: 'now', by: 'OR en bestuurder', when: <Time at={new Date('2026-03-26T13:00:00Z')} /> },
        { title: 'Besluit van de OR', state: 'todo', by: 'Voorzitter legt vast' },
        { title: 'Activering', state: 'todo', by: 'IT' },
      ]}
    />
    <H2>Kerngegevens</H2>
    <Summary
      rows={[
        { key: 'Leverancier', value: 'LoginPulse' },
        { key: 'Controlecode', value: <Code value={fingerprint} short /> },
      ]}
    />
  </>
);

const Requirements = () => (
  <>
    <H2>Nu te doen (2)</H2>
    <RequirementList>
      <RequirementRow
        id="E6"
        title="Voorwaarden van de FG verwerkt"
        tag="blocked"
        text="1 van 2 voorwaarden staat open. Inlogtijden worden 90 dagen bewaard, de FG adviseert 30 dagen."
        source={<Link href="/law/avg-5">AVG art. 5 lid 1 e</Link>}
        by="HR"
        since={<Time on="2026-03-10" />}
        action={{ href: '#days', text: 'Pas de bewaartermijn aan' }}
      />
      <RequirementRow
        id="E8"
        title="Overlegvergadering gehouden"
        tag="waiting"
        text="Gepland op 26 maart 2026."
        source="WOR art. 27 lid 2"
        by="Secretaris"
      />
      <RequirementRow id="E9" title="Besluit van de OR vastgelegd" tag="later" text="Kan na de overlegvergadering." by="Voorzitter" />
    </RequirementList>
    <Details summary="Voldaan (6)">
      <RequirementList>
        <RequirementRow id="E1" title="Doel en noodzaak beschreven" tag="met" />
        <RequirementRow id="E2" title="Grondslag onderbouwd" tag="warning" />
        <RequirementRow id="E13" title="Voorafgaande raadpleging" tag="na" />
      </RequirementList>
    </Details>
  </>
);

const Questions = () => (
  <>
    <ErrorSummary errors={errors} />
    <Form action="/tools/t_1/conditions" idempotencyKey="k1" multipart>
      <Field
        name="days"
        label="Bewaartermijn van inlogtijden"
        hint="De FG adviseert 30 dagen."
        type="number"
        width={4}
        suffix="dagen"
        value={90}
        error={errorOf(errors, 'days')}
      />
      <Field name="why" label="Toelichting voor de FG en de OR" type="textarea" limit={500} error={errorOf(errors, 'why')} />
      <Radios
        name="kept"
        label="Is de voorwaarde hiermee verwerkt?"
        error={errorOf(errors, 'kept')}
        value="yes"
        items={[
          { value: 'yes', text: 'Ja, helemaal' },
          { value: 'no', text: 'Nee, nog niet', hint: 'De FG krijgt bericht.' },
        ]}
      />
      <Checkboxes
        name="data"
        label="Welke gegevens?"
        optional
        values={['login']}
        items={[
          { value: 'login', text: 'Tijd van inloggen' },
          { value: 'device', text: 'Naam van het apparaat' },
        ]}
      />
      <Checkbox name="read" text="Ik heb dit gelezen. Dit is geen toestemming" />
      <Select
        name="unit"
        label="Afdeling"
        items={[
          { value: 'a', text: 'Klantcontact' },
          { value: 'b', text: 'Planning' },
        ]}
      />
      <DateField name="startsOn" label="Ingangsdatum" value="2026-04-09" />
      <Field name="mail" label="E-mailadres" type="email" autocomplete="email" />
      <Field name="file" label="Verslag" type="file" accept="application/pdf" />
      <ButtonGroup>
        <Button>Bewaar en vraag de FG om controle</Button>
        <Button kind="warning" name="act" value="stop">
          Stop dit nu
        </Button>
        <ButtonLink href="/me" kind="secondary">
          Maak bezwaar
        </ButtonLink>
        <Link href="/tools">Annuleer</Link>
      </ButtonGroup>
    </Form>
  </>
);

const Figures = () => (
  <>
    <Table
      caption="Welke gegevens, en hoe lang"
      head={['Gegeven', 'Waarvoor', 'Wie ziet het', { text: 'Dagen', numeric: true }]}
      rows={[
        ['Inlogtijden', 'Storingen en bereikbaarheid plannen', 'Planner, alleen als groep', 90],
        ['Naam van het apparaat', 'Apparaat koppelen aan de licentie', 'IT-beheer', <Tag kind="blocked">Langer dan advies</Tag>],
      ]}
    />
    <Bars
      caption="Wie heeft het bericht over versie 2 gelezen?"
      smallest={10}
      rows={[
        { label: 'Klantcontact', value: 51, of: 64 },
        { label: 'Planning', value: 22, of: 41 },
        { label: 'Staf', value: null, of: 0 },
      ]}
    />
    <StackedBar
      caption="Stemmen, van 9 bezette zetels"
      of={9}
      mark={{ at: 5, label: 'Zoveel stemmen waren nodig' }}
      parts={[
        { label: 'Instemming', value: 3 },
        { label: 'Instemming met voorwaarden', value: 2 },
        { label: 'Geen instemming', value: 1 },
        { label: 'Onthouding', value: 1 },
      ]}
    />
    <Diff
      caption="Verschil met versie 2"
      rows={[
        { kind: 'changed', what: 'Bewaartermijn', before: '30 dagen', after: '90 dagen', effect: 'wider' },
        { kind: 'removed', what: 'Naam van het netwerk', before: 'ja', effect: 'stricter' },
        { kind: 'added', what: 'Uitleg van het doel', after: 'nieuwe zin', effect: 'text' },
      ]}
    />
    <Pagination page={3} pages={9} href={(page) => `/tools?page=${page}`} />
  </>
);

const Rest = () => (
  <>
    <Banner kind="error" heading="Geen startbewijs: het meetprogramma meet nu niets">
      Code: <Code value="LEASE_CONFIG_MISMATCH" plain />
    </Banner>
    <Banner heading="U heeft 1 nieuw bericht">
      <Link href="/me/notices">Lees wat er verandert</Link>. Lezen is geen toestemming.
    </Banner>
    <Warning>Na het vastleggen gaat dit besluit naar de werkgever.</Warning>
    <Inset>Wie de server beheert, kan dit besluit nog namaken. Bewaar uw eigen exemplaar.</Inset>
    <Card>
      <H3>Aanmeldregistratie thuiswerken</H3>
      <Columns>
        <List items={['Tijd van inloggen en uitloggen', 'Naam van uw apparaat']} />
        <List kind="number" items={['Wat u typt of klikt', 'Pauzes per persoon']} />
      </Columns>
      <Summary
        rows={[
          { key: 'Wie ziet dit?', value: 'Uw planner ziet groepen van 10 of meer.', change: { href: '/change' } },
          { key: 'Hoe lang?', value: '30 dagen. Daarna gewist.' },
        ]}
      />
    </Card>
    <TaskList
      items={[
        { text: 'Doel', href: '/assessment/purpose', tag: { kind: 'met' } },
        { text: 'Risico’s', hint: 'Kan na de maatregelen', tag: { kind: 'neutral', children: 'Nog niet begonnen' } },
      ]}
    />
    <Document label="Eén pagina voor de ondernemingsraad">
      <H2>Voor de ondernemingsraad</H2>
      <Text>
        De <Abbr short="FG" long="functionaris gegevensbescherming" full /> adviseerde positief.
      </Text>
      <Code value={fingerprint} copy />
    </Document>
  </>
);

/** Every word of the kit on one page. */
export const Gallery = () => (
  <Shell
    title="Aanmeldregistratie thuiswerken"
    error
    crumbs={[{ text: 'Volgsystemen', href: '/tools' }, { text: 'Aanmeldregistratie thuiswerken' }]}
    heading={
      <>
        <H1 caption="Versie 3, concept">Aanmeldregistratie thuiswerken</H1>
        <Tag kind="waiting">Wacht op de ondernemingsraad</Tag>
      </>
    }
    subnav={[
      { href: '/tools/t_1', text: 'Dossier', current: true },
      { href: '/tools/t_1/questions', text: 'Vragen', count: 4 },
      { href: '/tools/t_1/versions', text: 'Versies', count: 3 },
    ]}
    aside={<Chain />}
  >
    <Verdict
      tone="closed"
      heading="Dit volgsysteem mag nog niet aan"
      text="6 van 12 eisen zijn voldaan. U kunt nu 2 dingen doen."
      cells={cells}
    />
    <Lead>Uw werkgever meet of genoeg mensen bereikbaar zijn.</Lead>
    <Small>Versie 3, voor 214 medewerkers.</Small>
    <Requirements />
    <Questions />
    <Figures />
    <Rest />
  </Shell>
);

/** What a person sees after an act, as a guest: no role, no menu. */
export const Receipt = () => (
  <Shell title="Uw klacht is verstuurd">
    <Panel title="Uw klacht is verstuurd" reference="7QX4-M2">
      Wij vragen en bewaren niet wie u bent.
    </Panel>
    <Code value="K7QMX-2XRD4-9TPAB" plain large />
  </Shell>
);
