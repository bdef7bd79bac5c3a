import { registerReasons } from '../../../platform/http/index.js';

registerReasons({
  'room.not-yours': {
    nl: 'Deze notitie is van een ander lid. Alleen wie een notitie schreef, kan die verbeteren of intrekken.',
    en: 'This note belongs to another member. Only who wrote a note can correct or withdraw it.',
  },
  'room.withdrawn': { nl: 'Deze notitie is al ingetrokken.', en: 'This note was withdrawn already.' },
  'room.full': {
    nl: 'Hier staan al 1000 notities. Er kan niets meer bij. Schrijf verder in de algemene kamer of bij een andere zaak.',
    en: 'There are 1000 notes here already. Nothing more fits. Go on in the general room, or at another case.',
  },
  'room.files-full': {
    nl: 'Hier staan al 200 bestanden. Trek eerst een notitie met een bestand in.',
    en: 'There are 200 files here already. Withdraw a note with a file first.',
  },
});
