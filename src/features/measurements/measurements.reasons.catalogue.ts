import { registerReasons } from '../../platform/http/index.js';

registerReasons({
  'measurements.refused': { nl: 'Deze cijfers zijn niet aangenomen.', en: 'These measurements were not taken in.' },
  'lease.missing': { nl: 'Er kwam geen startbewijs mee.', en: 'No lease came with it.' },
  'lease.form': { nl: 'Dit is geen startbewijs.', en: 'This is no lease.' },
  'lease.alg': { nl: 'Het startbewijs is op een andere manier ondertekend.', en: 'The lease is signed in another way.' },
  'lease.crit': { nl: 'Het startbewijs vraagt iets wat wij niet kennen.', en: 'The lease asks for something that we do not know.' },
  'lease.scope': { nl: 'Het startbewijs zegt niet wat er gemeten mag worden.', en: 'The lease does not say what may be measured.' },
  'lease.typ': { nl: 'Dit is een ander soort bewijs.', en: 'This is another kind of token.' },
  'lease.kid': { nl: 'Het startbewijs noemt een sleutel die niet van ons is.', en: 'The lease names a key that is not ours.' },
  'lease.signature': { nl: 'De handtekening onder het startbewijs klopt niet.', en: 'The signature of the lease does not hold.' },
  'lease.iss': { nl: 'Het startbewijs is door een ander gegeven.', en: 'Somebody else gave the lease.' },
  'lease.aud': { nl: 'Het startbewijs is voor iets anders.', en: 'The lease is for something else.' },
  'lease.sub': { nl: 'Het startbewijs is van een ander meetprogramma.', en: 'The lease is of another agent.' },
  'lease.cnf': { nl: 'Het startbewijs hoort bij een andere sleutel.', en: 'The lease belongs to another key.' },
  'lease.exp': { nl: 'Het startbewijs geldt nu niet.', en: 'The lease does not hold now.' },
  'lease.unknown': { nl: 'Dit startbewijs kennen wij niet.', en: 'We do not know this lease.' },
  'lease.over': {
    nl: 'Het volgsysteem is gestopt of gewijzigd. Vraag een nieuw startbewijs.',
    en: 'The tool was stopped or changed. Ask for a new lease.',
  },
  'batch.name-missing': { nl: 'De zending heeft geen naam (Idempotency-Key).', en: 'The batch has no name (Idempotency-Key).' },
  'batch.other-content': { nl: 'Een zending met deze naam had een andere inhoud.', en: 'A batch of this name had other content.' },
  'batch.empty': { nl: 'De zending is leeg.', en: 'The batch is empty.' },
  'batch.too-many': { nl: 'Een zending heeft ten hoogste 10.000 regels.', en: 'A batch has 10,000 lines at most.' },
});
