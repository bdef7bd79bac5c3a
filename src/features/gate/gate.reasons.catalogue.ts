import { registerReasons } from '../../platform/http/index.js';

/** What the gate's refusals mean. */
const gateReasons = {
  'gate.closed': { nl: 'Dit volgsysteem mag nog niet aan.', en: 'This tool may not be switched on yet.' },
  'requirement.missing': { nl: 'Aan deze eis is nog niet voldaan.', en: 'This requirement is not met yet.' },
  'tool.suspended': {
    nl: 'Dit volgsysteem is opgeschort. Hef eerst de opschorting op.',
    en: 'This tool is suspended. Lift the suspension first.',
  },
  'tool.stopped': {
    nl: 'Dit volgsysteem is gestopt. Wie het stopte, moet dat eerst opheffen.',
    en: 'This tool is stopped. Whoever stopped it must lift that first.',
  },
  'tool.active': { nl: 'Deze versie staat al aan.', en: 'This version is on already.' },
  'tool.not_activated': { nl: 'IT heeft dit volgsysteem nog niet aangezet.', en: 'IT has not switched this tool on yet.' },
  'platform.not_active': {
    nl: 'Countersign zelf is nog niet actief als dossier. Tot dan gaat er niets nieuws aan.',
    en: 'Countersign itself is not active as a dossier yet. Until then nothing new is switched on.',
  },
  'activation.own-approval': {
    nl: 'U maakte deze versie, adviseerde of besloot erover, of aanvaardde een waarschuwing. Iemand anders moet haar aanzetten.',
    en: 'You made this version, advised or decided on it, or accepted a warning. Someone else must switch it on.',
  },
  'activation.second-person': {
    nl: 'U registreerde of besloot dit zelf. Een medewerker of de vertrouwenspersoon moet eerst als tweede persoon bevestigen wat er is besloten.',
    en: 'You registered or decided this yourself. An employee or the confidential adviser first has to confirm as the second person what was decided.',
  },
  'version.outdated': { nl: 'Er is een nieuwere versie. Zet die aan.', en: 'There is a newer version. Switch that one on.' },
  'warning.unknown': { nl: 'Deze waarschuwing is er niet (meer).', en: 'This warning is not there (any more).' },
  'warning.not-yours': {
    nl: 'Een waarschuwing aanvaardt de privacy officer of de bestuurder.',
    en: 'A warning is accepted by the privacy officer or the director.',
  },
  'suspension.none': { nl: 'Dit volgsysteem is niet gestopt of opgeschort.', en: 'This tool is not stopped or suspended.' },
  'suspension.other': {
    nl: 'Wie het stopte, heft het op. Stopte het systeem het zelf? Dan doet IT dat.',
    en: 'Whoever stopped it lifts it. Did the system stop it by itself? Then IT does.',
  },
  'suspension.settings-differ': {
    nl: 'Een meetprogramma wijkt nog af van de goedgekeurde instellingen. Laat eerst hetzelfde meetprogramma de goedgekeurde instellingen tonen, of haal het uit gebruik.',
    en: 'An agent still differs from the approved settings. First let the same agent show the approved settings, or take it out of use.',
  },
  'suspension.incident-open': {
    nl: 'Er staat nog een voorval open bij dit volgsysteem. Sluit dat eerst af.',
    en: 'An incident with this tool is still open. Close that first.',
  },
  'order.done': { nl: 'Deze opdracht is al bevestigd.', en: 'This order has been confirmed already.' },
  'order.not-as-approved': {
    nl: 'Bevestig pas als de instellingen precies zijn zoals goedgekeurd.',
    en: 'Confirm only when the settings are exactly as approved.',
  },
};
registerReasons(gateReasons);
