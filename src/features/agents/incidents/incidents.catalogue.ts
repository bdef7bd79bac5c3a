import { catalogue } from '../../../platform/i18n/index.js';

export const incidentsCatalogue = catalogue(
  {
    title: 'Voorvallen',
    lead: 'Bij een voorval gebeurde iets wat niet was goedgekeurd, of weten wij niet of een volgsysteem nog stilstaat. Wat er nu moet gebeuren, staat bij elk voorval.',
    empty: 'Er zijn geen voorvallen.',
    note: 'U ziet hier geen metingen en geen namen van medewerkers.',
    what: 'Wat er gebeurde',
    tool: 'Volgsysteem',
    device: 'Apparaat',
    noDevice: 'onbekend',
    when: 'Sinds',
    state: 'Stand',
    'state.open': 'Open',
    'state.closed': 'Afgesloten',
    reference: 'Kenmerk',
    'kind.heartbeat_missing': 'Een meetprogramma laat niets meer horen',
    'kind.lease_shared': 'Twee meetprogramma’s gebruikten hetzelfde startbewijs',
    'kind.data_without_lease': 'Er kwamen metingen binnen zonder startbewijs',
    'kind.settings_differ': 'Een meetprogramma heeft andere instellingen dan goedgekeurd',
    'kind.list_not_fetched': 'De lijst van apparaten is niet op tijd opgehaald',
    'kind.key_copied': 'Twee apparaten gebruikten dezelfde sleutel',
    'about.heartbeat_missing':
      'Het volgsysteem staat aan, maar dit meetprogramma heeft al meer dan drie werkdagen niets laten horen. Misschien is het apparaat uit. Misschien meet het zonder dat wij het zien.',
    'about.lease_shared':
      'Een startbewijs hoort bij één meetprogramma op één apparaat. Nu gebruikten er twee hetzelfde. Waarschijnlijk is de sleutel van een apparaat gekopieerd.',
    'about.data_without_lease':
      'Iemand stuurde metingen zonder geldig startbewijs. Die metingen zijn niet bewaard. Misschien is er gemeten zonder goedkeuring. Dat kan een datalek zijn.',
    'about.settings_differ': 'Wat op het apparaat draait, is niet wat is goedgekeurd.',
    'about.list_not_fetched':
      'Het beheer van apparaten haalt een lijst op: op welke apparaten dit volgsysteem mag draaien. Die lijst werkt hoogstens een uur. Er is niet op tijd een nieuwe opgehaald. Zolang dat duurt, weten wij niet of het volgsysteem nog draait.',
    'about.key_copied':
      'Elk apparaat heeft een eigen sleutel. Nu vroegen er twee tegelijk met dezelfde sleutel om startbewijzen. Waarschijnlijk is de sleutel gekopieerd, of is een kopie van het hele apparaat aangezet. Het kan ook zijn dat het meetprogramma op één apparaat twee keer draait.',
    'now.heartbeat_missing':
      'Dit meetprogramma krijgt geen startbewijs, tot het heeft gemeld wanneer het stopte. Het meldt dat zelf zodra het weer aan staat. Dan sluit dit voorval vanzelf.',
    'now.lease_shared':
      'Het volgsysteem is opgeschort. IT zoekt uit welk apparaat het was, blokkeert dat meetprogramma en sluit dan dit voorval. Daarna kan IT de opschorting opheffen.',
    'now.data_without_lease':
      'Het volgsysteem is opgeschort. De privacy officer zoekt uit of het een datalek is, en sluit dan dit voorval. Een datalek moet binnen 72 uur bij de Autoriteit Persoonsgegevens zijn gemeld (AVG artikel 33). Daarna kan IT de opschorting opheffen.',
    'now.settings_differ':
      'Het volgsysteem is opgeschort. IT zet op het apparaat de goedgekeurde instellingen terug, of haalt het meetprogramma uit gebruik. Dan sluit dit voorval vanzelf.',
    'now.list_not_fetched':
      'Het beheer moet de groep met apparaten leegmaken: zonder geldige lijst mag dit volgsysteem nergens draaien. IT herstelt het ophalen. Dan sluit dit voorval vanzelf. Haalt IT het volgsysteem op een andere manier weg? Dan sluit IT dit voorval met de reden.',
    'now.key_copied':
      'Het volgsysteem is opgeschort. IT zoekt uit waar de sleutel nog meer stond, en haalt dit meetprogramma uit gebruik: anders blijft de kopie werken. Daarna sluit IT dit voorval en kan IT de opschorting opheffen. Het apparaat krijgt een nieuwe sleutel als IT het opnieuw aanmeldt.',
    breach: 'Beslis over de melding: wat er kwam en tot wanneer de 72 uur lopen',
    'close.title': 'Sluit dit voorval af',
    'close.reason': 'Wat was er, en waarom kan het verder?',
    'close.hint': 'Schrijf hier geen namen van medewerkers.',
    'close.error': 'Vul in wat er was, in 5 tot 2000 tekens',
    'close.button': 'Sluit af',
    'close.done': 'Afgesloten, kenmerk {reference}.',
    'closed.by': 'Afgesloten op {date} door {role}.',
    'closed.itself': 'Vanzelf afgesloten op {date}: wat er mis was, is weg.',
    'closed.reason': 'Reden: {reason}',
    'closing.other': 'Wie dit voorval afsluit: {role}.',
  },
  {
    title: 'Incidents',
    lead: 'In an incident something happened that was not approved, or we do not know whether a tool stands still. What has to happen now stands with each incident.',
    empty: 'There are no incidents.',
    note: 'You see no measurements and no names of employees here.',
    what: 'What happened',
    tool: 'Monitoring tool',
    device: 'Device',
    noDevice: 'unknown',
    when: 'Since',
    state: 'State',
    'state.open': 'Open',
    'state.closed': 'Closed',
    reference: 'Reference',
    'kind.heartbeat_missing': 'An agent is not heard any more',
    'kind.lease_shared': 'Two agents used the same lease',
    'kind.data_without_lease': 'Measurements came in without a lease',
    'kind.settings_differ': 'An agent has other settings than approved',
    'kind.list_not_fetched': 'The list of devices was not fetched in time',
    'kind.key_copied': 'Two devices used the same key',
    'about.heartbeat_missing':
      'The tool is on, but this agent has not been heard for more than three working days. Perhaps the device is off. Perhaps it measures without us seeing it.',
    'about.lease_shared': 'A lease belongs to one agent on one device. Now two used the same one. Probably the key of a device was copied.',
    'about.data_without_lease':
      'Somebody sent measurements without a valid lease. Those measurements were not stored. Perhaps something was measured without approval. That can be a data breach.',
    'about.settings_differ': 'What runs on the device is not what was approved.',
    'about.list_not_fetched':
      'Device management fetches a list: on which devices this tool may run. That list holds for at most an hour. No new one was fetched in time. As long as that lasts, we do not know whether the tool still runs.',
    'about.key_copied':
      'Each device has a key of its own. Now two asked for leases with the same key at the same time. Probably the key was copied, or a copy of the whole device was started. It can also be that the agent runs twice on one device.',
    'now.heartbeat_missing':
      'This agent gets no lease until it has said when it stopped. It says so by itself once it is on again. Then this incident closes by itself.',
    'now.lease_shared':
      'The tool is suspended. IT finds out which device it was, blocks that agent and then closes this incident. After that IT can lift the suspension.',
    'now.data_without_lease':
      'The tool is suspended. The privacy officer finds out whether it is a data breach, and then closes this incident. A breach must be reported to the supervisory authority within 72 hours (GDPR article 33). After that IT can lift the suspension.',
    'now.settings_differ':
      'The tool is suspended. IT restores the approved settings on the device, or takes the agent out of use. Then this incident closes by itself.',
    'now.list_not_fetched':
      'Device management must empty the group of devices: without a valid list this tool may run nowhere. IT mends the fetching. Then this incident closes by itself. Does IT take the tool away in another way? Then IT closes this incident with the reason.',
    'now.key_copied':
      'The tool is suspended. IT finds out where else the key was, and takes this agent out of use: otherwise the copy goes on working. After that IT closes this incident and can lift the suspension. The device gets a new key when IT enrols it again.',
    breach: 'Decide on the report: what came, and until when the 72 hours run',
    'close.title': 'Close this incident',
    'close.reason': 'What was it, and why may it go on?',
    'close.hint': 'Write no names of employees here.',
    'close.error': 'Enter what it was, in 5 to 2000 characters',
    'close.button': 'Close',
    'close.done': 'Closed, reference {reference}.',
    'closed.by': 'Closed on {date} by {role}.',
    'closed.itself': 'Closed by itself on {date}: what was wrong is gone.',
    'closed.reason': 'Reason: {reason}',
    'closing.other': 'This incident is closed by the {role}.',
  },
);
