import { catalogue } from '../../../../platform/i18n/index.js';

/** What a paper says of the scans of itself. */
export const onPaperCatalogue = catalogue(
  {
    heading: 'Op papier ondertekend',
    lead: 'Dit papier is met de pen ondertekend. Van het ondertekende papier is een scan gemaakt. Een tweede persoon vergeleek de scan met dit papier.',
    'side.council': 'De raad',
    'side.employer': 'De werkgever',
    'side.both': 'De raad en de werkgever',
    signedBy: 'Ondertekend door',
    file: 'Naam van het bestand',
    print: 'Controlecode van het bestand (SHA-256)',
    added: 'Toegevoegd door',
    compared: 'Vergeleken door',
    who: '{name}, op {when}',
    where: 'Waar is de scan?',
    attached: 'De scan zit als bijlage in deze PDF. De bijlage heet {file}. Open in uw PDF-programma de lijst met bijlagen.',
    apart: 'De scan is een apart bestand. U vindt hem in Countersign, bij de papieren van deze zaak.',
    mailed: 'Dit papier is eerder zonder dit deel gemaild aan de leden. De controlecode van dat bestand is {print}.',
  },
  {
    heading: 'Signed on paper',
    lead: 'This paper was signed with a pen. A scan was made of the signed paper. A second person compared the scan with this paper.',
    'side.council': 'The council',
    'side.employer': 'The employer',
    'side.both': 'The council and the employer',
    signedBy: 'Signed by',
    file: 'Name of the file',
    print: 'Fingerprint of the file (SHA-256)',
    added: 'Added by',
    compared: 'Compared by',
    who: '{name}, on {when}',
    where: 'Where is the scan?',
    attached:
      'The scan is an attachment inside this PDF. The attachment is called {file}. Open the list of attachments in your PDF program.',
    apart: 'The scan is a separate file. You find it in Countersign, with the papers of this case.',
    mailed: 'This paper was mailed to the members earlier, without this part. The fingerprint of that file is {print}.',
  },
);
