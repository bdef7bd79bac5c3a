import { catalogue, type KeyOf } from '../../platform/i18n/index.js';

/** What the body keeps to itself about a case, and what it shares of it. */
export const sharingCatalogue = catalogue(
  {
    'beside.room': 'Kamer van de raad: notities en bestanden, alleen voor leden',
    'beside.staffRules': 'Zo stemt u: uw eigen regels',
    'beside.frameworks': 'Kaders: wat de raad vooraf afspreekt over een soort volgsystemen',
    'beside.agreement': 'De overeenkomst over volgsystemen',
    'part.heading': 'Alleen voor de raad',
    'part.discuss': 'Bespreek dit met elkaar',
    'part.discussHint': 'Notities en bestanden die alleen leden lezen.',
    'part.guests': 'Laat een adviseur meelezen',
    'part.guestsHint': 'Een link voor een deskundige of de vakbond. Uw werkgever ziet dat niet.',
    'part.constituency': 'Vraag de achterban',
    'part.constituencyHint': 'Laat de mensen om wie het gaat de samenvatting lezen, en vraag wat zij vinden.',
  },
  {
    'beside.room': 'Room of the council: notes and files, for members only',
    'beside.staffRules': 'How you vote: your own rules',
    'beside.frameworks': 'Frameworks: what the council agrees beforehand on a kind of tools',
    'beside.agreement': 'The agreement on monitoring tools',
    'part.heading': 'For the council only',
    'part.discuss': 'Discuss this with each other',
    'part.discussHint': 'Notes and files that only members read.',
    'part.guests': 'Let an adviser read along',
    'part.guestsHint': 'A link for an expert or the union. Your employer does not see it.',
    'part.constituency': 'Ask those concerned',
    'part.constituencyHint': 'Let the people concerned read the summary, and ask what they think.',
  },
);
export type SharingKey = KeyOf<typeof sharingCatalogue>;
