import { registerReasons } from '../../platform/http/index.js';

registerReasons({
  'act.not-yours': { nl: 'U mag dit niet doen. Iemand anders moet dit doen.', en: 'You may not do this. Somebody else has to.' },
  'chain.unmet': { nl: 'Er moet eerst iets anders klaar zijn.', en: 'Something else has to be ready first.' },
  'request.standing': {
    nl: 'Er ligt al een verzoek over deze versie. Wacht op het besluit, of neem het terug.',
    en: 'A request about this version is already out. Wait for the decision, or take it back.',
  },
  'request.unprepared': {
    nl: 'Het verzoek is nog niet compleet. Vul het besluit, de redenen, de gevolgen, onderdeel k of l, en de evaluatiedatum in.',
    en: 'The request is not complete. Fill in the decision, reasons, consequences, part k or l, and the evaluation date.',
  },
  'request.evaluation-past': {
    nl: 'De evaluatiedatum is al voorbij. Kies een latere dag.',
    en: 'The evaluation date has passed. Choose a later day.',
  },
  'request.withdrawn': {
    nl: 'Dit verzoek is teruggenomen. Hierover kan niet meer worden besloten.',
    en: 'This request was taken back. Nothing more can be decided on it.',
  },
  'request.decided': {
    nl: 'Over dit verzoek is al een besluit genoteerd. Terugnemen kan niet meer.',
    en: 'A decision on this request is already noted. It cannot be taken back.',
  },
  'body.no-members': {
    nl: 'Hier is geen ondernemingsraad of personeelsvertegenwoordiging.',
    en: 'There is no works council or staff representation here.',
  },
  'body.no-consent-right': {
    nl: 'De personeelsvertegenwoordiging heeft hier geen instemmingsrecht. Leg haar zienswijze vast.',
    en: 'The staff representation has no right of consent here. Record its view.',
  },
  'body.no-view': {
    nl: 'Een zienswijze hoort bij een personeelsvertegenwoordiging zonder instemmingsrecht.',
    en: 'A view belongs to a staff representation without a right of consent.',
  },
  'body.no-personnel-meeting': { nl: 'Hier beslist geen personeelsvergadering over.', en: 'No personnel meeting decides on this.' },
  'body.no-comments': { nl: 'Bij dit verzoek hoort geen ronde van reacties.', en: 'This request has no round of comments.' },
  'meeting.confirmed': { nl: 'Uw kant heeft dit verslag al bevestigd.', en: 'Your side has confirmed these minutes already.' },
  'meeting.own-minutes': {
    nl: 'U schreef dit verslag zelf. Een andere functionaris moet het bevestigen.',
    en: 'You wrote these minutes yourself. Another officer has to confirm them.',
  },
  'decision.before-meeting': {
    nl: 'Er is nog geen overleg geweest dat telt. Leg eerst het overleg vast, en laat de bestuurder het verslag bevestigen.',
    en: 'No meeting that counts was held yet. Record the meeting first, and let the director confirm the minutes.',
  },
  'decision.vote-running': {
    nl: 'Er loopt een stemming over dit verzoek. Wacht op de uitslag.',
    en: 'A vote on this request is running. Wait for the result.',
  },
  'decision.follows-vote': {
    nl: 'Het besluit volgt uit de stemming. De uitslag en de aantallen kunt u niet zelf invullen.',
    en: 'The decision follows from the vote. You cannot fill in the result and the numbers yourself.',
  },
  'decision.no-vote': {
    nl: 'Er is geen stemming met een uitslag. Vul in wat de raad in de vergadering besloot.',
    en: 'There is no vote with a result. Fill in what the council decided in its meeting.',
  },
  'decision.made': { nl: 'Over dit verzoek is al besloten.', en: 'This request is already decided.' },
  'decision.waiting': {
    nl: 'Er is al een besluit genoteerd dat op bevestiging wacht. Bevestig het, of stuur het terug.',
    en: 'A decision is already noted and waits for confirmation. Confirm it, or send it back.',
  },
  'decision.not-waiting': { nl: 'Dit besluit wacht niet op bevestiging.', en: 'This decision does not wait for confirmation.' },
  'decision.same-officer': {
    nl: 'U heeft dit besluit zelf genoteerd. De andere functionaris moet het bevestigen.',
    en: 'You noted this decision yourself. The other officer has to confirm it.',
  },
  'decision.not-positive': {
    nl: 'Er is geen instemming. Pas het plan aan en vraag opnieuw, of ga naar de kantonrechter.',
    en: 'There is no consent. Change the plan and ask again, or go to the court.',
  },
  'final.conditions-left-out': {
    nl: 'Neem alle voorwaarden over. Laat u er een weg, dan is er geen instemming.',
    en: 'Take over all conditions. If you leave one out, there is no consent.',
  },
  'final.counts-as-refused': {
    nl: 'U nam niet alle voorwaarden over. Dat geldt als geen instemming. Stuur een nieuw verzoek, of ga naar de kantonrechter.',
    en: 'You did not take over all conditions. That counts as no consent. Send a new request, or go to the court.',
  },
  'final.nothing-left-out': {
    nl: 'U nam alle voorwaarden over. Haal dit vinkje weg.',
    en: 'You took over all conditions. Untick this box.',
  },
  'claim.replaced': { nl: 'Deze bewering geldt niet meer.', en: 'This claim no longer stands.' },
  'claim.confirmed-by-you': {
    nl: 'U heeft dit al bevestigd. Een ander moet het ook doen.',
    en: 'You confirmed this already. Somebody else has to as well.',
  },
  'ruling.confirmed': { nl: 'Deze uitspraak is al bevestigd.', en: 'This ruling is already confirmed.' },
  'dispute.answered-by-you': {
    nl: 'U heeft hierop al geantwoord. De ander moet ook antwoorden.',
    en: 'You answered this already. The other has to answer too.',
  },
  'question.answered': { nl: 'Deze vraag is al beantwoord.', en: 'This question is already answered.' },
  'minutes.confirmed-by-you': { nl: 'U heeft het verslag al bevestigd.', en: 'You confirmed the minutes already.' },
  'comments.closed': { nl: 'De 5 dagen om te reageren zijn voorbij.', en: 'The 5 days to comment have passed.' },
  'comment.answered': { nl: 'Deze reactie heeft al een antwoord.', en: 'This comment already has an answer.' },
});

registerReasons({
  'day.future': { nl: 'Deze dag ligt in de toekomst.', en: 'This day lies in the future.' },
  'day.past': { nl: 'Deze dag is al voorbij. Kies vandaag of later.', en: 'This day has passed. Choose today or later.' },
  'day.not-later': { nl: 'Kies een latere dag dan vandaag.', en: 'Choose a day after today.' },
  'day.before-request': { nl: 'Deze dag ligt vóór het verzoek.', en: 'This day lies before the request.' },
  'day.before-meeting': { nl: 'Deze dag ligt vóór het overleg.', en: 'This day lies before the meeting.' },
  'minutes.missing': { nl: 'Schrijf het verslag, of voeg het als bestand toe.', en: 'Write the minutes, or add them as a file.' },
  'reasons.missing': { nl: 'Schrijf de redenen op.', en: 'Write down the reasons.' },
  'promise.own': {
    nl: 'Dit is uw eigen belofte. Een andere functionaris van de raad zegt of die is nagekomen.',
    en: 'This is your own promise. Another officer of the council says whether it was kept.',
  },
  'votes.missing': { nl: 'Vul in hoeveel leden voor en tegen stemden.', en: 'Fill in how many members voted for and against.' },
  'votes.no-majority': {
    nl: 'Bij instemming zijn er meer stemmen voor dan tegen.',
    en: 'With consent there are more votes for than against.',
  },
  'votes.no-majority.absolute': {
    nl: 'Volgens uw regels stemt meer dan de helft van wie meedoet voor. Onthoudingen tellen mee.',
    en: 'By your rules more than half of those taking part vote for. Abstentions count.',
  },
  'votes.no-majority.two_thirds': {
    nl: 'Volgens uw regels stemt ten minste twee derde van wie meedoet voor. Onthoudingen tellen mee.',
    en: 'By your rules at least two thirds of those taking part vote for. Abstentions count.',
  },
  'votes.no-quorum': {
    nl: 'Er deden te weinig leden mee. Het quorum is niet gehaald, dus er is niets besloten.',
    en: 'Too few members took part. The quorum was not reached, so nothing was decided.',
  },
  'votes.more-than-seats': {
    nl: 'Er zijn meer stemmen dan bezette zetels. Kijk de aantallen na.',
    en: 'There are more votes than filled seats. Check the numbers.',
  },
  'votes.carried': {
    nl: 'Volgens deze aantallen is er wel een meerderheid voor. Kijk het besluit of de aantallen na.',
    en: 'By these numbers there was a majority in favour. Check the decision or the numbers.',
  },
  'conditions.missing': { nl: 'Vul ten minste één voorwaarde in.', en: 'Fill in at least one condition.' },
  'conditions.not-here': {
    nl: 'Kies “instemming met voorwaarden”, of maak de voorwaarden leeg.',
    en: 'Choose “consent with conditions”, or empty the conditions.',
  },
  'agreement.missing': { nl: 'Noem de cao of regeling en het artikel.', en: 'Name the agreement or scheme and the article.' },
  'grounds.missing': { nl: 'Kies in elk geval k of l.', en: 'Choose k or l in any case.' },
  'ruling.other-outcome': {
    nl: 'Deze uitkomst hoort bij een ander soort uitspraak.',
    en: 'This outcome belongs to another kind of ruling.',
  },
  'ruling.ground-missing': {
    nl: 'Kies de grond waarop de rechter toestemming gaf.',
    en: 'Choose the ground on which the court gave permission.',
  },
  'ruling.file-missing': { nl: 'Voeg de uitspraak toe.', en: 'Add the ruling.' },
  'password.wrong': { nl: 'Dit wachtwoord klopt niet.', en: 'This password is not right.' },
  'totp.wrong': {
    nl: 'Deze code klopt niet, of is al gebruikt. Wacht op de volgende code.',
    en: 'This code is not right, or was used already. Wait for the next code.',
  },
});
