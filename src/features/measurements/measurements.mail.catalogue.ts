import { catalogue } from '../../platform/i18n/index.js';

export const measurementsMailCatalogue = catalogue(
  {
    'concerned.subject': 'Gegevens van een volgsysteem zijn op slot',
    'concerned.text':
      'Misschien mocht “{tool}” niet meten. Daarom ligt op slot wat het mat: niemand kan het nog zien. Of er iets over u bij is, zeggen wij niet in een mail.\n\nU hoeft niets te doen. Heeft u de gegevens nodig als bewijs? Zeg dat dan uiterlijk {ask}. Anders wissen wij ze, uiterlijk {delete}.\n\nBekijk het hier:\n{url}',
    'officer.subject': 'Gegevens van een volgsysteem zijn op slot',
    'officer.text':
      'De gegevens van “{tool}” liggen op slot. Zorg dat zij uiterlijk {delete} zijn gewist. Tot en met {ask} kunnen mensen vragen om ze als bewijs te bewaren.\n\nBekijk het hier:\n{url}',
    'stopper.subject': 'Een volgsysteem staat aan, en de gegevens ervan liggen op slot',
    'stopper.text':
      'De gegevens van “{tool}” liggen op slot, omdat er misschien niet of anders gemeten mocht worden. Het volgsysteem staat nog aan. U kunt het stoppen.\n\nBekijk het hier:\n{url}',
    'lifted.subject': 'Gegevens van een volgsysteem zijn niet meer op slot',
    'lifted.text':
      'De gegevens van “{tool}” liggen niet meer op slot: er mocht wel gemeten worden. Vroeg u om ze als bewijs te bewaren? Dan geldt weer de gewone bewaartermijn.\n\nBekijk het hier:\n{url}',
    'liftedPartly.subject': 'Een slot op gegevens van een volgsysteem is eraf, een ander niet',
    'liftedPartly.text':
      'Er lag meer dan één slot op gegevens van “{tool}”. Eén daarvan is eraf. Wat ook onder een ander slot valt, blijft op slot, of was al gewist. Vroeg u om gegevens als bewijs te bewaren? Dat geldt ook voor dat andere slot.\n\nBekijk het hier:\n{url}',
    'breach.subject': 'Er kwamen gegevens binnen zonder startbewijs',
    'breach.text':
      'Een meetprogramma van “{tool}” stuurde gegevens zonder geldig startbewijs. Er is niets bewaard, en het volgsysteem is opgeschort. Beslis voor {until} of u dit meldt bij de Autoriteit Persoonsgegevens (AVG art. 33).\n\nBekijk het hier:\n{url}',
    'breachDue.subject': 'De tijd om een datalek te melden is bijna om',
    'breachDue.text':
      'U heeft nog niet besloten over gegevens zonder startbewijs van “{tool}”. De 72 uur lopen af op {until}.\n\nBekijk het hier:\n{url}',
    'breachLate.subject': 'De tijd om een datalek te melden is om',
    'breachLate.text':
      'U heeft nog niet besloten over gegevens zonder startbewijs van “{tool}”. De 72 uur liepen af op {until}. Moet het gemeld worden? Meld het dan alsnog, en schrijf op waarom het later is.\n\nBekijk het hier:\n{url}',
  },
  {
    'concerned.subject': 'Data of a monitoring tool is locked',
    'concerned.text':
      'Perhaps “{tool}” should not have measured. So what it measured is locked: nobody can see it any more. Whether anything about you is among it we do not say in a mail.\n\nYou need do nothing. Do you need the data as evidence? Say so by {ask}. Otherwise we erase it, by {delete}.\n\nSee it here:\n{url}',
    'officer.subject': 'Data of a monitoring tool is locked',
    'officer.text':
      'The data of “{tool}” is locked. See to it that it is erased by {delete}. Until {ask} people can ask to keep it as evidence.\n\nSee it here:\n{url}',
    'stopper.subject': 'A tool is on, and its data is locked',
    'stopper.text':
      'The data of “{tool}” is locked, because perhaps nothing should have been measured, or not that way. The tool is still on. You can stop it.\n\nSee it here:\n{url}',
    'lifted.subject': 'Data of a monitoring tool is no longer locked',
    'lifted.text':
      'The data of “{tool}” is no longer locked: it was allowed to measure. Did you ask to keep it as evidence? Then the usual retention period holds again.\n\nSee it here:\n{url}',
    'liftedPartly.subject': 'One lock on data of a monitoring tool is lifted, another is not',
    'liftedPartly.text':
      'There was more than one lock on data of “{tool}”. One of them is lifted. What another lock covers as well stays locked, or was erased already. Did you ask to keep data as evidence? That holds for the other lock, too.\n\nSee it here:\n{url}',
    'breach.subject': 'Data came in without a lease',
    'breach.text':
      'An agent of “{tool}” sent data without a valid lease. Nothing was kept, and the tool is suspended. Decide before {until} whether you report this to the data protection authority (GDPR 33).\n\nSee it here:\n{url}',
    'breachDue.subject': 'The time to report a breach is almost over',
    'breachDue.text':
      'You have not decided yet about data without a lease of “{tool}”. The 72 hours end at {until}.\n\nSee it here:\n{url}',
    'breachLate.subject': 'The time to report a breach is over',
    'breachLate.text':
      'You have not decided yet about data without a lease of “{tool}”. The 72 hours ended at {until}. Must it be reported? Then report it now, and write down why it is later.\n\nSee it here:\n{url}',
  },
);
