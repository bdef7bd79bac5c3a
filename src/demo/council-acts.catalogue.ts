/** What the council and the employer of Waterdam wrote to each other, besides the requests themselves. */
export const TALK = {
  note: 'De leverancier noemt op zijn site een schermopname. Staat die bij ons echt uit? Ik vraag het in het overleg.',
  noteFile: 'folder-leverancier.pdf',
  question: 'Hoe lang blijft een melding in het logboek staan?',
  answer: 'Drie maanden. Daarna wist het pakket de melding vanzelf. In de bijlage staat de instelling.',
  answerFile: 'bewaartermijn.pdf',
  openQuestion: 'Geldt dit ook voor de laptop van een oproepkracht?',
  agenda: 'Wat ziet de beveiliger van een laptop die thuis staat?',
  place: 'Raadzaal, stadhuis',
  guest: 'Adviseur van de vakbond',
  summary: 'De raad beslist binnenkort over de beveiliging van laptops. Wat vindt u daarvan?',
  proposal: 'Stemt de raad in met VPN en laptopbeveiliging zoals gevraagd?',
} as const;

export const AFTERWARDS = {
  report: 'Twee keer viel een gestolen account op. Beide keren was het dezelfde dag gesloten.',
  unit: 'dagen tot ontdekking',
  explanation: 'Gemeten over vijf maanden.',
  view: 'De raad ziet dat het doel is bereikt. Wij vragen om de logboeken korter te bewaren.',
  homeReport: 'De bezetting aan de telefoon is bijna altijd genoeg.',
  homeUnit: 'tekorten per maand',
  concern: 'Collega’s horen dat hun aanmeldtijd bij een gesprek werd genoemd. Klopt dat?',
  nullity: 'De dienstauto’s worden gevolgd. Niemand heeft de raad om instemming gevraagd.',
  namedWords: 'de gegevens zijn beperkt',
  revocation: 'In het logboek staat meer dan was afgesproken.',
  evidence: 'Het overleg met de planner staat in de agenda van de raad: elke eerste maandag van het kwartaal.',
  evidenceFile: 'agenda-overleg.pdf',
  dispute: 'In de stukken staat dat niemand persoonlijk te zien is. In het scherm van de leverancier staan wel namen.',
  competence: 'Dit zaaksysteem komt ook bij de omgevingsdienst en bij de veiligheidsregio.',
  groupCouncil: 'Gemeenschappelijke ondernemingsraad Waterland',
  petitionFile: 'verzoekschrift.pdf',
  court: 'Rechtbank Waterland, kanton',
  petitionReference: '12345678 UE VERZ 26-1',
  rulingFile: 'beschikking.pdf',
  ruling: 'ECLI:NL:RBWTL:2026:12',
  copies: 'De secretaris van de raad en de griffie bewaren elk een exemplaar.',
  handSigned: 'besluit-getekend.pdf',
} as const;

const SIGNING_IN = {
  categories: ['login_presence'],
  modes: ['event_triggered'],
  purposes: ['attendance'],
  dataCategories: ['login_time'],
  contentLevelMax: 1,
  sensors: [],
  atHome: true,
  privateDevices: false,
} as const;
const keptFor = (days: number) =>
  ({ text: `Niets langer bewaren dan ${days} dagen`, limit: { kind: 'retention_max_days', value: { purpose: null, days } } }) as const;
const IN_GROUPS = { text: 'Cijfers gaan over groepen van 10 of meer', limit: { kind: 'smallest_group', value: 10 } } as const;

/** What the director asks the council to agree to once: in force, waiting for the second officer, and just proposed. */
export const FRAMEWORKS = {
  standing: {
    title: 'Aanmelden en afmelden',
    reasons: 'Elke afdeling wil weten of er genoeg mensen zijn. De gegevens zijn steeds dezelfde.',
    consequences: 'Alleen het moment van in- en uitloggen wordt vastgelegd.',
    grounds: ['k', 'l'],
    classes: [
      { colour: 'green', scope: SIGNING_IN, limits: [keptFor(60), IN_GROUPS] },
      { colour: 'amber', scope: SIGNING_IN, limits: [keptFor(190)] },
    ],
  },
  waiting: {
    title: 'Wachtrijen aan de telefoon',
    reasons: 'De planning gebruikt bij elke telefoonlijn dezelfde cijfers.',
    consequences: 'Er wordt geteld per groep. Niemand ziet cijfers over één persoon.',
    grounds: ['k', 'l'],
    classes: [
      { colour: 'amber', scope: { ...SIGNING_IN, dataCategories: ['agent_status', 'call_counts'] }, limits: [keptFor(90), IN_GROUPS] },
    ],
  },
  proposed: {
    title: 'Logboeken van beveiliging',
    reasons: 'Beveiliging vraagt bij elk programma hetzelfde logboek.',
    consequences: 'De beveiliger ziet pas na een melding wie wat deed.',
    grounds: ['k', 'l'],
    classes: [
      {
        colour: 'green',
        scope: { ...SIGNING_IN, categories: ['dlp_security'], purposes: ['security'], dataCategories: ['security_alert'] },
        limits: [keptFor(90)],
      },
    ],
  },
} as const;
export const AGREED_FRAMEWORK = {
  reasons: 'De grenzen zijn smal, en de raad hoort van elke nieuwe versie.',
  minutes: 'Besproken is wat er wel en niet onder valt.',
  presentCouncil: 'Ayse Ornek, Bram Hendriks, Daan Postma',
  presentEmployer: 'Margriet van Loon',
} as const;
export const TOLD_LIGHT = 'Ook de werf meldt zich aan en af. De grenzen van het kader staan ingesteld.';
