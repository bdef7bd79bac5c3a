import { ROLES } from '../../kernel/actor.js';
import { registerReasons } from '../../platform/http/index.js';
import { roleName } from '../../platform/i18n/index.js';

const conflicts = Object.fromEntries(
  ROLES.map((role) => [
    `role.conflict.${role}`,
    {
      nl: `Deze persoon heeft of krijgt al de rol ${roleName(role, 'nl')}. Die twee rollen gaan niet samen. Beëindig eerst de ene rol, of kies iemand anders.`,
      en: `This person holds or was offered the role ${roleName(role, 'en')}. Those two roles do not go together. End the one first, or choose somebody else.`,
    },
  ]),
);

registerReasons({
  ...conflicts,
  'role.conflict': { nl: 'Deze rollen gaan niet samen.', en: 'These roles do not go together.' },
  'key.many': {
    nl: 'U heeft al tien sleutels die werken. Trek er eerst een in.',
    en: 'You have ten keys that work. Revoke one first.',
  },
  'role.council-own': {
    nl: 'Wie er in de OR zit, bepaalt de OR zelf. Voorzitter en secretaris wijzigen dit samen, op de pagina OR: zetels en regels.',
    en: 'The council itself decides who is in it. Chair and secretary change this together, on the page Council: seats and rules.',
  },
  'role.beside-council': {
    nl: 'Er is een ondernemingsraad. Die spreekt voor het personeel. Een personeelsvertegenwoordiging kan er niet naast staan.',
    en: 'There is a works council. It speaks for the staff. No staff representation can stand beside it.',
  },
  'role.not-yours': {
    nl: 'Deze rol kunt u niet geven of beëindigen.',
    en: 'You cannot give or end this role.',
  },
  'role.held': {
    nl: 'Deze persoon heeft de rol al, of moet nog ja zeggen.',
    en: 'This person holds the role already, or still has to say yes.',
  },
  'role.last-admin': {
    nl: 'Dit is de laatste beheerder. Geef eerst iemand anders deze rol.',
    en: 'This is the last administrator. Give somebody else this role first.',
  },
  'role.last-officer': {
    nl: 'Dit is de laatste voorzitter of secretaris. Benoem eerst een opvolger die ja zegt.',
    en: 'This is the last chair or secretary. First appoint a successor who says yes.',
  },
  'role.dpo-required': {
    nl: 'Uw organisatie moet een functionaris gegevensbescherming hebben, of dat is nog niet bevestigd. Benoem eerst een opvolger.',
    en: 'Your organisation must have a data protection officer, or this is not confirmed yet. Appoint a successor first.',
  },
  'fact.own-answer': {
    nl: 'U heeft dit zelf ingevuld. Een ander moet het bevestigen.',
    en: 'You answered this yourself. Somebody else must confirm it.',
  },
  'fact.changed-meanwhile': {
    nl: 'Het antwoord is intussen gewijzigd. Lees het opnieuw.',
    en: 'The answer was changed meanwhile. Read it again.',
  },
  'fact.confirmed-already': { nl: 'Dit is al bevestigd.', en: 'This was confirmed already.' },
  'account.exists': {
    nl: 'Deze persoon heeft al een wachtwoord. Alleen de beheerder kan een nieuw wachtwoord laten kiezen.',
    en: 'This person has a password already. Only the administrator can have a new one chosen.',
  },
  'reset.gone': { nl: 'Dit verzoek is al bevestigd.', en: 'This request was confirmed already.' },
  'reset.needs-second': {
    nl: 'Een andere voorzitter of secretaris moet dit bevestigen: niet de aanvrager en niet de persoon zelf.',
    en: 'Another chair or secretary must confirm this: not the one who asked, and not the person concerned.',
  },
  'council.none': { nl: 'Er is geen ondernemingsraad.', en: 'There is no works council.' },
  'council.ending-asked': {
    nl: 'U heeft dit al gevraagd. De andere voorzitter of secretaris moet het bevestigen.',
    en: 'You asked for this already. The other officer must confirm it.',
  },
  'totp.enrolled': { nl: 'Uw telefoon is al gekoppeld.', en: 'Your telephone is enrolled already.' },
});
