/** Reasons that the doors themselves give. */
export const reasonCatalogue = {
  'page.unknown': { nl: 'Deze pagina bestaat niet, of u mag hem niet zien.', en: 'This page does not exist, or you may not see it.' },
  'method.other': { nl: 'Dit adres wordt op een andere manier gevraagd.', en: 'This address is asked in another way.' },
  'session.missing': { nl: 'Log eerst in.', en: 'Sign in first.' },
  'key.missing': {
    nl: 'Stuur een sleutel mee: Authorization: Bearer ck_...',
    en: 'Send a key along: Authorization: Bearer ck_...',
  },
  'key.unknown': {
    nl: 'Deze sleutel werkt niet (meer). Maak bij Uw instellingen een nieuwe.',
    en: 'This key does not work, or not any more. Make a new one under Your settings.',
  },
  'key.scope': { nl: 'Deze sleutel mag dit niet.', en: 'This key may not do this.' },
  'key.in-person': {
    nl: 'Dit kan niet met een sleutel. Een mens doet dit zelf, na inloggen.',
    en: 'This cannot be done with a key. A person does it, signed in.',
  },
  'role.other': {
    nl: 'Dit kan alleen in een andere rol die u heeft. Wissel van rol.',
    en: 'This needs another role that you hold. Switch role.',
  },
  'origin.foreign': {
    nl: 'Dit verzoek kwam niet van een pagina van Countersign. Open de pagina opnieuw en probeer het nog eens.',
    en: 'This request did not come from a page of Countersign. Open the page again and retry.',
  },
  'body.unreadable': { nl: 'Wij konden niet lezen wat er is verstuurd.', en: 'What was sent could not be read.' },
  'body.too-large': { nl: 'Wat er is verstuurd is te groot.', en: 'What was sent is too large.' },
  'body.wrong-type': { nl: 'Dit soort inhoud kunnen wij hier niet lezen.', en: 'This type of content cannot be read here.' },
  'input.unusable': { nl: 'Niet alles wat is ingevuld kan gebruikt worden.', en: 'Not everything that was filled in can be used.' },
  'act.in-flight': { nl: 'Dit wordt al uitgevoerd.', en: 'This is already being carried out.' },
  'act.key-missing': { nl: 'Er ontbreekt een Idempotency-Key.', en: 'An Idempotency-Key is missing.' },
  'act.key-reused': { nl: 'Deze sleutel hoort bij een ander verzoek.', en: 'This key belongs to another request.' },
  'rate.exceeded': { nl: 'Te veel pogingen. Wacht even en probeer het opnieuw.', en: 'Too many attempts. Wait a little and try again.' },
  'system.busy': {
    nl: 'Het is nu te druk. Er is niets gewijzigd. Probeer het over een paar seconden opnieuw.',
    en: 'Too much is going on at this moment. Nothing was changed. Try again in a few seconds.',
  },
  'days.unknown': { nl: 'De klok gaat met 1 of 14 dagen vooruit.', en: 'The clock moves on by 1 or 14 days.' },
  'service.not-ready': { nl: 'De dienst is nog niet klaar.', en: 'The service is not ready yet.' },
};

export const pageTexts = {
  nl: {
    problem: 'Dit kan nu niet',
    unknown: 'Pagina niet gevonden',
    broken: 'Er ging iets mis bij ons',
    brokenText: 'Wat u deed is niet bewaard. Probeer het opnieuw. Blijft het misgaan? Geef dan dit nummer door: {reference}.',
    back: 'Terug naar het begin',
    switchRole: 'Wissel van rol',
    source: 'Bron: {source}',
    field: 'Veld: {field}',
  },
  en: {
    problem: 'This is not possible now',
    unknown: 'Page not found',
    broken: 'Something went wrong on our side',
    brokenText: 'What you did was not saved. Please try again. If it keeps failing, quote this number: {reference}.',
    back: 'Back to the start',
    switchRole: 'Switch role',
    source: 'Source: {source}',
    field: 'Field: {field}',
  },
};
