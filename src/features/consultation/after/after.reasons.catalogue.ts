import { registerReasons } from '../../../platform/http/index.js';

registerReasons({
  'nullity.ratified': { nl: 'Het besluit van de raad is al vastgelegd.', en: 'The decision of the council is already recorded.' },
  'nullity.same-officer': {
    nl: 'U deed dit beroep zelf. De andere functionaris legt het besluit van de raad vast.',
    en: 'You invoked nullity yourself. The other officer records the decision of the council.',
  },
  'nullity.no-majority': { nl: 'Er zijn niet meer stemmen voor dan tegen.', en: 'There are not more votes for than against.' },
  'evaluation.done': { nl: 'Deze evaluatie is al vastgelegd.', en: 'This evaluation is already recorded.' },
  'evaluation.not-waiting': {
    nl: 'Deze tekst is intussen veranderd. Lees de pagina opnieuw.',
    en: 'This text has changed meanwhile. Read the page again.',
  },
  'evaluation.own-report': {
    nl: 'U schreef dit effectrapport zelf. Een andere functionaris beoordeelt het.',
    en: 'You wrote this effect report yourself. Another officer judges it.',
  },
  'evaluation.same-officer': {
    nl: 'U noteerde dit zelf. De andere functionaris moet het bevestigen.',
    en: 'You noted this yourself. The other officer has to confirm it.',
  },
  'evaluation.no-next': { nl: 'U koos voor stoppen. Laat deze dag leeg.', en: 'You chose to stop. Leave this day empty.' },
  'evaluation.next-missing': { nl: 'Kies de dag van de volgende evaluatie.', en: 'Choose the day of the next evaluation.' },
  'evaluation.next-too-far': { nl: 'Kies een dag binnen 12 maanden.', en: 'Choose a day within 12 months.' },
  'figure.unreadable': { nl: 'Vul een getal in, bijvoorbeeld 12 of 3,5.', en: 'Enter a number, for example 12 or 3.5.' },
  'figure.no-goals': { nl: 'Dit volgsysteem heeft geen doelen in het dossier.', en: 'The dossier of this tool holds no goals.' },
  'concern.answered': { nl: 'Deze zorg heeft al een antwoord.', en: 'This concern already has an answer.' },
  'revocation.no-consent': { nl: 'Er is hier geen instemming die nog geldt.', en: 'There is no consent here that still counts.' },
  'revocation.done': { nl: 'Deze instemming is al ingetrokken.', en: 'This consent was already revoked.' },
  'revocation.same-officer': {
    nl: 'U noteerde dit zelf. Iemand anders moet het bevestigen.',
    en: 'You noted this yourself. Somebody else has to confirm it.',
  },
  'revocation.confirmed-by-you': { nl: 'U heeft dit al bevestigd.', en: 'You confirmed this already.' },
  'revocation.other-ground': {
    nl: 'Op een andere grond kan het niet. De wet geeft geen algemeen recht om een instemming terug te nemen. Meld uw zorg bij de directeur.',
    en: 'It is not possible on another ground. The law gives no general right to take a consent back. Report your concern to the director.',
  },
  'revocation.condition-missing': { nl: 'Kies de voorwaarde die niet is nagekomen.', en: 'Choose the condition that was not kept.' },
  'revocation.no-breach': {
    nl: 'Deze voorwaarde wordt nagekomen. Leg eerst vast dat de toezegging is gebroken.',
    en: 'This condition is kept. Record first that the promise was broken.',
  },
  'revocation.not-expired': { nl: 'De instemming is nog niet afgelopen.', en: 'The consent has not ended yet.' },
  'revocation.no-change': {
    nl: 'Er is geen nieuwe versie die iets anders doet. Er verandert niets wezenlijks.',
    en: 'There is no new version that does something else. Nothing material changes.',
  },
  'revocation.not-named': {
    nl: 'Deze woorden staan niet in de instemming of de voorwaarden. Neem ze letterlijk over.',
    en: 'These words do not stand in the consent or its conditions. Copy them literally.',
  },
});
