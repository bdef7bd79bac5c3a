import { catalogue } from '../../../platform/i18n/index.js';

export const timelineCatalogue = catalogue(
  {
    lead: 'Alles wat er in deze zaak gebeurde, van oud naar nieuw. Het kenmerk is hetzelfde als in de mail en op het papier.',
    by: '{role} · kenmerk {reference}',
    dossier: 'Dossier',
    light: 'Lichte melding',
    objection: 'Bezwaar: {reason}',
    objectionBy: 'Bezwaar van {name}: {reason}',
  },
  {
    lead: 'Everything that happened in this case, oldest first. The reference is the same as in the mail and on the paper.',
    by: '{role} · reference {reference}',
    dossier: 'Dossier',
    light: 'Light request',
    objection: 'Objection: {reason}',
    objectionBy: 'Objection of {name}: {reason}',
  },
);
