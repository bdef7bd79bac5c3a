import { registerReasons } from '../../platform/http/index.js';

/** Why a receiver cannot be told, or not added. */
const webhookReasons = {
  'receiver.address-unusable': {
    nl: 'Vul een adres in dat begint met https://, zonder naam, wachtwoord of # erin.',
    en: 'Enter an address that begins with https://, without a name, password or # in it.',
  },
  'receiver.address': {
    nl: 'Dit adres ligt in een netwerk dat niet openbaar is. Daar sturen wij alleen naartoe als de beheerder van de server dat netwerk heeft opgegeven (WEBHOOK_PRIVATE_NETWORKS).',
    en: 'This address is in a network that is not public. We send there only when the administrator of the server named that network (WEBHOOK_PRIVATE_NETWORKS).',
  },
  'receiver.scheme': {
    nl: 'Over internet sturen wij alleen versleuteld. Gebruik een adres dat begint met https://.',
    en: 'Over the internet we send only encrypted. Use an address that begins with https://.',
  },
  'receiver.unknown_host': { nl: 'Deze computernaam bestaat niet.', en: 'There is no computer with this name.' },
  'receiver.timeout': { nl: 'Deze computernaam was nu niet op te zoeken.', en: 'This name could not be looked up now.' },
  'receiver.tool-unknown': { nl: 'Dit volgsysteem is er niet.', en: 'There is no such tool.' },
  'receiver.too-many': {
    nl: 'Er zijn al 50 ontvangers. Verwijder er eerst een.',
    en: 'There are 50 receivers already. Remove one first.',
  },
  'receiver.nothing-to-send': {
    nl: 'Er is niets om opnieuw te sturen: de ontvanger weet al iets nieuwers, of er is al een bericht onderweg.',
    en: 'There is nothing to send again: the receiver knows something newer, or a message is on its way already.',
  },
};
registerReasons(webhookReasons);
