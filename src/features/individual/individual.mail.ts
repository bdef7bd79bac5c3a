import type { Language } from '../../kernel/actor.js';
import { catalogue, text } from '../../platform/i18n/index.js';
import type { MailTexts } from '../people/index.js';

const mailCatalogue = catalogue(
  {
    'asked.subject': 'Iemand vraagt om gegevens van één mens te bekijken',
    'asked.text':
      'De privacy officer vraagt om bij {tool} naar de gegevens van één mens te kijken. De ondernemingsraad wees u aan als tweede persoon. Zonder u gaat het niet open.\n\nU hebt een dag om te beslissen. Doet u niets, dan gebeurt er niets.\n\n{url}',
    'proposed.subject': 'Een aanwijzing wacht op uw bevestiging',
    'proposed.text':
      'Iemand van de ondernemingsraad stelde voor wie het kijken naar gegevens van één mens mag openen. Dat geldt pas als u het bevestigt.\n\n{url}',
    'refused.subject': 'De tweede persoon zei nee',
    'refused.text': 'Uw vraag om bij {tool} naar de gegevens van één mens te kijken is geweigerd. Er is niets getoond.\n\n{url}',
    'opened.subject': 'Er wordt gekeken naar gegevens van één mens',
    'opened.text':
      'Bij {tool} is het kijken naar de gegevens van één mens geopend, door twee personen. Op de pagina ziet u wie, waarom en tot wanneer. U kunt het meteen beëindigen.\n\n{url}',
    'told.subject': 'Er is gekeken naar gegevens over u',
    'told.text':
      'Iemand keek bij {tool} naar gegevens over u alleen. Op de pagina staat wie dat deed, wanneer en waarom. Vindt u dat dit niet mocht? Op die pagina staat wat u kunt doen.\n\n{url}',
  },
  {
    'asked.subject': 'Somebody asks to look at the data of one person',
    'asked.text':
      'The privacy officer asks to look at the data of one person of {tool}. The works council named you as the second person. Without you it does not open.\n\nYou have a day to decide. If you do nothing, nothing happens.\n\n{url}',
    'proposed.subject': 'A naming waits for your confirmation',
    'proposed.text':
      'Somebody of the works council proposed who may open looking at the data of one person. It holds only once you confirm it.\n\n{url}',
    'refused.subject': 'The second person said no',
    'refused.text': 'Your question to look at the data of one person of {tool} was refused. Nothing was shown.\n\n{url}',
    'opened.subject': 'Somebody looks at the data of one person',
    'opened.text':
      'Looking at the data of one person of {tool} was opened, by two people. On the page you see who, why and until when. You can end it at once.\n\n{url}',
    'told.subject': 'Somebody looked at data about you',
    'told.text':
      'Somebody looked at data about you alone, of {tool}. The page says who did that, when and why. Do you think that this was not allowed? The page says what you can do.\n\n{url}',
  },
);

type IndividualMail = 'asked' | 'proposed' | 'refused' | 'opened' | 'told';

/** No name and no number: whom it is about stands on the page, for who may read it. */
export const individualMail = (kind: IndividualMail, tool: string, url: string): MailTexts => {
  const inLanguage = (language: Language) => {
    const t = text(mailCatalogue, language);
    return { subject: t(`${kind}.subject`), text: t(`${kind}.text`, { tool, url }) };
  };
  return { nl: inLanguage('nl'), en: inLanguage('en') };
};
