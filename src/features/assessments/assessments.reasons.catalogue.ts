import { registerReasons } from '../../platform/http/index.js';

/** What each refusal means and what the next step is. */
registerReasons({
  'pages.no-file': {
    nl: 'Voeg eerst het document toe waar de bladzijden naar wijzen.',
    en: 'First add the document that the pages point into.',
  },
  'lowered.unfit': { nl: 'Kies een lager restrisico en schrijf waarom.', en: 'Choose a lower residual risk and write why.' },
  'risks.need-row': {
    nl: 'Voeg ten minste 1 risico toe voordat u dit onderdeel af noemt.',
    en: 'Add at least 1 risk before you call this section finished.',
  },
  'conditions.superfluous': {
    nl: 'Voorwaarden horen bij een advies met voorwaarden. Kies dat, of laat de voorwaarden weg.',
    en: 'Conditions belong to a conditional advice. Choose that, or leave the conditions out.',
  },
  'dpia.fixed-already': {
    nl: 'De DPIA van deze versie is vastgesteld. Maak een nieuwe versie om dit te wijzigen.',
    en: 'The DPIA of this version was fixed. Make a new version to change this.',
  },
  'dpia.unfinished': { nl: 'Nog niet alle onderdelen van de beoordeling zijn af.', en: 'Not all sections of the assessment are finished.' },
  'dpia.unfinished.purpose': { nl: 'Maak het onderdeel Doel af.', en: 'Finish the section Purpose.' },
  'dpia.unfinished.basis': { nl: 'Maak het onderdeel Grondslag af.', en: 'Finish the section Legal basis.' },
  'dpia.unfinished.data': { nl: 'Maak het onderdeel Gegevens en mensen af.', en: 'Finish the section Data and people.' },
  'dpia.unfinished.capture': {
    nl: 'Maak het onderdeel Vastleggen, thuis en kantoor af.',
    en: 'Finish the section Capture, home and office.',
  },
  'dpia.unfinished.alternatives': {
    nl: 'Maak het onderdeel Alternatieven en de zes vragen af.',
    en: 'Finish the section Alternatives and the six questions.',
  },
  'dpia.unfinished.risks': { nl: 'Maak het onderdeel Risico’s af.', en: 'Finish the section Risks.' },
  'dpia.unfinished.measures': { nl: 'Maak het onderdeel Maatregelen en meningen af.', en: 'Finish the section Measures and views.' },
  'dpia.no-risks': {
    nl: 'Er staan nog geen risico’s in de beoordeling. Voeg er ten minste 1 toe.',
    en: 'The assessment holds no risks yet. Add at least 1.',
  },
  'dpia.unfixed': {
    nl: 'De DPIA van deze versie is nog niet vastgesteld. De privacy officer stelt haar eerst vast.',
    en: 'The DPIA of this version was not fixed yet. The privacy officer fixes it first.',
  },
  'version.unregistered': { nl: 'HR heeft deze versie nog niet geregistreerd.', en: 'HR has not registered this version yet.' },
  'review.out-of-range': { nl: 'Kies een dag na vandaag en binnen 36 maanden.', en: 'Choose a day after today and within 36 months.' },
  'role.other': { nl: 'Deze handeling hoort bij een andere rol.', en: 'This act belongs to another role.' },
  'balancing.nothing-to-sign': {
    nl: 'Er is geen belangenafweging die compleet en gewonnen is en nog niet is ondertekend.',
    en: 'There is no balancing test that is complete, won and not yet signed.',
  },
  'advice.asked': {
    nl: 'Er is al advies gevraagd. De FG heeft nog niet geantwoord.',
    en: 'Advice was asked already. The DPO has not answered yet.',
  },
  'advice.no-dpo': {
    nl: 'Niemand heeft de rol van FG. De beheerder van de organisatie geeft iemand die rol.',
    en: 'Nobody holds the role of DPO. The organisation’s administrator gives somebody that role.',
  },
  'advice.given': { nl: 'Het advies op deze vraag is al gegeven.', en: 'The advice on this request was given already.' },
  'advice.own-dpia': {
    nl: 'U heeft deze DPIA zelf vastgesteld. Een andere FG geeft het advies.',
    en: 'You fixed this DPIA yourself. Another DPO gives the advice.',
  },
  'advice.not-asked': { nl: 'Er is geen open vraag om advies.', en: 'There is no open request for advice.' },
  'advice.within-term': { nl: 'De 20 werkdagen zijn nog niet voorbij.', en: 'The 20 working days have not passed yet.' },
  'advice.recorded-missing': { nl: 'Dit is al vastgelegd.', en: 'This was recorded already.' },
  'deviation.no-negative-advice': {
    nl: 'Er is geen negatief advies om van af te wijken.',
    en: 'There is no negative advice to deviate from.',
  },
  'risk.nothing-to-see': {
    nl: 'Er is geen lager restrisico dat u nog niet heeft gezien.',
    en: 'There is no lowered residual risk that you have not seen.',
  },
  'condition.open': {
    nl: 'HR heeft deze voorwaarde nog niet als verwerkt gemeld.',
    en: 'HR has not reported this condition as carried out yet.',
  },
  'condition.carried_out': {
    nl: 'HR heeft deze voorwaarde al als verwerkt gemeld. De FG is aan zet.',
    en: 'HR reported this condition as carried out already. It is the DPO’s turn.',
  },
  'condition.confirmed': { nl: 'De FG heeft deze voorwaarde al bevestigd.', en: 'The DPO has confirmed this condition already.' },
  'condition.refused': { nl: 'De bestuurder heeft deze voorwaarde afgewezen.', en: 'The director has refused this condition.' },
  'condition.kept': { nl: 'Het systeem bewaakt deze voorwaarde al.', en: 'The system holds this condition already.' },
  'carriage.dpia-unstated': {
    nl: 'De privacy officer moet eerst verklaren dat de DPIA nog geldt voor deze versie.',
    en: 'The privacy officer must first state that the DPIA still holds for this version.',
  },
});
