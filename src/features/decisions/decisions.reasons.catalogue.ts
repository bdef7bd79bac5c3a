import { registerReasons } from '../../platform/http/index.js';

/** What the refusals of the decision API mean, beside those of the gate and of leases. */
const decisionReasons = {
  'decisions.role': { nl: 'Alleen een sleutel voor de rol IT kan dit vragen.', en: 'Only a key for the role IT can ask this.' },
  'state.unknown': {
    nl: 'De stand van nu is niet bekend. Dan is het antwoord nee.',
    en: 'What holds now is not known. Then the answer is no.',
  },
  'resource.unknown': {
    nl: 'Dit volgsysteem, deze activering of dit dashboard is er niet.',
    en: 'There is no such tool, activation or dashboard.',
  },
  'question.not_meant': {
    nl: 'Deze vraag heeft geen betekenis: dit soort vrager kan dit niet doen met dit soort ding.',
    en: 'This question has no meaning: this kind of subject cannot do this with this kind of resource.',
  },
  'person.not_permitted': { nl: 'Deze persoon mag dit niet.', en: 'This person may not do this.' },
  'scope.exceeded': { nl: 'De goedgekeurde versie meet dit niet.', en: 'The approved version does not measure this.' },
};
registerReasons(decisionReasons);
