import { registerReasons } from '../../../platform/http/index.js';

registerReasons({
  'guest.too-many': {
    nl: 'Er zijn al 10 links open voor deze zaak. Trek eerst een link in.',
    en: 'There are 10 open links to this case already. Take one back first.',
  },
  'guest.over': { nl: 'Deze link werkt al niet meer.', en: 'This link has stopped working already.' },
});
