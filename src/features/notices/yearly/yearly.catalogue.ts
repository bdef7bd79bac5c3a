import { catalogue } from '../../../platform/i18n/index.js';

export const yearlyCatalogue = catalogue(
  {
    'mail.subject': 'Elk jaar: welke volgsystemen er voor uw groep aan staan',
    'mail.text':
      'Eén keer per jaar vertellen wij u welke volgsystemen er voor uw groep aan staan.\n\nLees het hier:\n{url}\n\nU kunt altijd bezwaar maken.',
    title: 'Welke volgsystemen staan er aan?',
    inbox: 'Elk jaar: welke volgsystemen er aan staan',
    sent: 'Verstuurd op {date}. U krijgt dit één keer per jaar.',
    intro: 'Deze volgsystemen stonden toen aan voor uw groep:',
    now: 'Wat er nu over u wordt gemeten, leest u altijd bij “Wat wordt er over mij gemeten?”.',
    nowLink: 'Wat wordt er over mij gemeten?',
    objectTitle: 'U kunt altijd bezwaar maken',
    objectText:
      'Wilt u niet worden gemeten? Dan kunt u bezwaar maken (AVG-bezwaar). Dat kost niets en u hoeft niets te bewijzen. Uw leidinggevende ziet het niet. Niemand mag u daarom benadelen.',
    objectWhere: 'Rust een volgsysteem op een andere grond in de wet? Dan behandelen wij uw bezwaar als klacht. Wij zeggen dan waarom.',
    object: 'Maak bezwaar',
    complain: 'Meld iets anders',
  },
  {
    'mail.subject': 'Every year: which monitoring tools are on for your group',
    'mail.text': 'Once a year we tell you which monitoring tools are on for your group.\n\nRead it here:\n{url}\n\nYou can always object.',
    title: 'Which monitoring tools are on?',
    inbox: 'Every year: which monitoring tools are on',
    sent: 'Sent on {date}. You get this once a year.',
    intro: 'These monitoring tools were on for your group then:',
    now: 'What is measured about you now is always told under “What is measured about me?”.',
    nowLink: 'What is measured about me?',
    objectTitle: 'You can always object',
    objectText:
      'Do you not want to be measured? Then you can object (GDPR objection). It costs nothing and you need not prove anything. Your manager does not see it. Nobody may treat you worse for it.',
    objectWhere: 'Does a tool rest on another ground in the law? Then we handle your objection as a complaint, and say why.',
    object: 'Object',
    complain: 'Report something else',
  },
);
