import type { Language, Role } from '../../kernel/actor.js';
import { catalogue, roleName, text } from '../../platform/i18n/index.js';
import type { Mail } from '../../platform/mail/index.js';

const mailTexts = catalogue(
  {
    invitation: 'Uw toegang tot Countersign',
    invitationText:
      'U kunt Countersign gebruiken. Daarin ziet u welke volgsystemen er zijn en wat er over u wordt gemeten.\n\nKies een wachtwoord op:\n{link}\n\nDe link werkt één keer, tot zeven dagen na nu. Heeft u geen link verwacht? Vraag het dan na bij uw organisatie.',
    reset: 'Een nieuw wachtwoord voor Countersign',
    resetText:
      'Er is gevraagd om een nieuw wachtwoord voor uw account in Countersign.\n\nKies een wachtwoord op:\n{link}\n\nDe link werkt één keer, tot 24 uur na nu. Heeft u dit niet gevraagd? Dan hoeft u niets te doen.',
    offer: 'U bent gevraagd voor een rol in Countersign',
    offerText: 'U bent gevraagd als: {role}. De rol gaat pas in als u ja zegt. Log in op Countersign en open de pagina Wissel van rol.',
    resetAsked: 'Een OR-account wacht op uw bevestiging',
    resetAskedText:
      'Voor het account van een voorzitter of secretaris is een nieuw wachtwoord gevraagd. Dat kan alleen als een andere voorzitter of secretaris het bevestigt. Spreek de persoon eerst zelf. Log daarna in op Countersign en open: {link}',
    memberLeaves: 'De laatste dag van een OR-lid is gewijzigd',
    memberLeavesText:
      'Uw werkgever heeft in Countersign de laatste werkdag gewijzigd van {n, plural, one {een lid of plaatsvervanger} other {# leden of plaatsvervangers}} van de ondernemingsraad. Na die dag vervallen rol, zetel en stem, ook in een stemming die nog open is.\n\nKlopt dit niet? Vraag het na bij HR, en bespreek het met elkaar. Log in op Countersign en open de pagina Leden en regels.',
    fact: 'Een gegeven van de organisatie is gewijzigd',
    factText:
      'Dit gegeven van uw organisatie is in Countersign gewijzigd: {fact}. Het is nu: {value}. Alle actieve volgsystemen zijn meteen opnieuw beoordeeld.',
  },
  {
    invitation: 'Your access to Countersign',
    invitationText:
      'You can use Countersign. It shows which monitoring tools there are and what is measured about you.\n\nChoose a password at:\n{link}\n\nThe link works once, within seven days. Did you not expect this? Ask your organisation.',
    reset: 'A new password for Countersign',
    resetText:
      'A new password was asked for your account in Countersign.\n\nChoose a password at:\n{link}\n\nThe link works once, within 24 hours. Did you not ask for this? Then you need not do anything.',
    offer: 'You were asked to take a role in Countersign',
    offerText: 'You were asked to be: {role}. The role begins only when you say yes. Sign in to Countersign and open the page Switch role.',
    resetAsked: 'A council account waits for your confirmation',
    resetAskedText:
      'A new password was asked for the account of a chair or secretary. That is possible only when another chair or secretary confirms it. Speak to the person first. Then sign in to Countersign and open: {link}',
    memberLeaves: 'The last day of a council member was changed',
    memberLeavesText:
      'Your employer changed in Countersign the last working day of {n, plural, one {a member or deputy} other {# members or deputies}} of the works council. After that day role, seat and vote end, also in a vote that is still open.\n\nIs this not right? Ask HR, and discuss it among yourselves. Sign in to Countersign and open the page Members and rules.',
    fact: 'A fact of the organisation has changed',
    factText:
      'This fact of your organisation was changed in Countersign: {fact}. It now is: {value}. All active monitoring tools were evaluated again at once.',
  },
);

export const invitationMail = (to: string, link: string, kind: 'invitation' | 'reset', language: Language): Mail => {
  const t = text(mailTexts, language);
  return { to, subject: t(kind), text: t(`${kind}Text`, { link }) };
};
export const roleOfferMail = (to: string, role: Role, language: Language): Mail => {
  const t = text(mailTexts, language);
  return { to, subject: t('offer'), text: t('offerText', { role: roleName(role, language) }) };
};
export const resetAskedMail = (to: string, link: string, language: Language): Mail => {
  const t = text(mailTexts, language);
  return { to, subject: t('resetAsked'), text: t('resetAskedText', { link }) };
};
export const memberLeavesMail = (n: number, language: Language): Pick<Mail, 'subject' | 'text'> => {
  const t = text(mailTexts, language);
  return { subject: t('memberLeaves'), text: t('memberLeavesText', { n }) };
};
export const factMail = (to: string, fact: string, value: string, language: Language): Mail => {
  const t = text(mailTexts, language);
  return { to, subject: t('fact'), text: t('factText', { fact, value }) };
};
