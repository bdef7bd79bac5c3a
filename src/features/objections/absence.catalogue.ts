import { catalogue } from '../../platform/i18n/index.js';

export const absenceCatalogue = catalogue(
  {
    'cover.title': 'Kan iemand zien dat u bezwaar maakte?',
    'cover.drawn':
      'Nee. Bij dit volgsysteem wordt elke dag ook een deel van de mensen door het lot niet gemeten. Dat u niet wordt gemeten, zegt dus niets.',
    'cover.drawnLong': 'Sommigen slaat het lot maanden over. Wordt u nooit meer gemeten? Dan kan dat op den duur toch opvallen.',
    'cover.none': 'Countersign zegt het tegen niemand. Toch kan het opvallen dat u niet wordt gemeten:',
    'cover.grade': 'IT zet dit volgsysteem met de hand uit voor u. IT krijgt dus een opdracht met uw naam, zonder reden.',
    'cover.purpose': 'Het doel van dit volgsysteem vraagt dat iedereen wordt gemeten. Wie niet wordt gemeten, valt op.',
    'cover.scope': 'Dit volgsysteem meet minder dan 50 mensen. In zo’n kleine groep valt wie niet wordt gemeten eerder op.',
    'cover.advice': 'Niemand mag u daarom anders behandelen. Twijfelt u? Praat eerst met de vertrouwenspersoon.',
  },
  {
    'cover.title': 'Can anybody see that you objected?',
    'cover.drawn':
      'No. With this tool a share of the people is left out by lot every day as well. So it tells nothing that you are not measured.',
    'cover.drawnLong': 'Some are left out by lot for months. Are you never measured again? Then that may be noticed in the long run.',
    'cover.none': 'Countersign tells nobody. Still it may be noticed that you are not measured:',
    'cover.grade': 'IT switches this tool off for you by hand. So IT gets an order with your name, without a reason.',
    'cover.purpose': 'The purpose of this tool asks that everybody is measured. Somebody who is not measured is noticed.',
    'cover.scope': 'This tool measures fewer than 50 people. In such a small group, who is not measured is noticed sooner.',
    'cover.advice': 'Nobody may treat you differently for it. Not sure? Talk to the confidential adviser first.',
  },
);
