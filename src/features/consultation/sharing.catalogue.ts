import { catalogue, type KeyOf } from '../../platform/i18n/index.js';

/** What the body keeps to itself about a case, and what it shares of it. */
export const sharingCatalogue = catalogue(
  {
    'beside.room': 'Kamer van de raad: notities en bestanden, alleen voor leden',
    'part.heading': 'Alleen voor de raad',
    'part.discuss': 'Bespreek dit met elkaar',
    'part.discussHint': 'Notities en bestanden die alleen leden lezen.',
  },
  {
    'beside.room': 'Room of the council: notes and files, for members only',
    'part.heading': 'For the council only',
    'part.discuss': 'Discuss this with each other',
    'part.discussHint': 'Notes and files that only members read.',
  },
);
export type SharingKey = KeyOf<typeof sharingCatalogue>;
