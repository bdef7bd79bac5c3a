import { catalogue } from '../../../platform/i18n/index.js';

export const staffRulesCatalogue = catalogue(
  {
    title: 'Zo stemt u als PVT',
    lead: 'Deze regels gelden voor een stemming van de personeelsvertegenwoordiging (PVT) in Countersign. U maakt ze zelf, met zijn tweeën. Uw werkgever kan ze niet zien en niet wijzigen.',
    members: 'Wie er stemmen',
    membersText:
      '{n, plural, one {1 lid heeft} other {# leden hebben}} een stem. Mist u een lid? Een van u geeft dat lid de rol die u zelf heeft. Het lid moet zelf ja zeggen.',
    rules: 'Uw regels',
    waits: 'Dit voorstel wacht op een tweede lid',
    by: '{name} stelde dit voor op {when}. Tot een ander lid het bevestigt, verandert er niets.',
    own: 'U heeft dit zelf voorgesteld. Een ander lid moet het bevestigen.',
    confirm: 'Ik ben het eens met deze regels',
    confirmConsequence: 'De regels gaan meteen in. Een stemming die al loopt, wordt geteld met de regels van het moment waarop zij sluit.',
    withdraw: 'Haal dit voorstel weg',
    propose: 'Stel andere regels voor',
    proposeConsequence: 'Alle leden krijgen een mail. Een ander lid moet het bevestigen.',
    proposed: 'Uw voorstel is bewaard. Nu moet een ander lid het bevestigen. Kenmerk {reference}.',
    applied: 'De nieuwe regels gelden vanaf nu. Kenmerk {reference}.',
    withdrawn: 'Het voorstel is weg. Kenmerk {reference}.',
    'mail.proposed': 'Voorstel: nieuwe regels om te stemmen',
    'mail.proposedText':
      'Een lid van de personeelsvertegenwoordiging stelt voor om zo te stemmen:\n\n{lines}\n\nEen ander lid moet dit bevestigen. Tot dan verandert er niets.\n\n{link}',
    'mail.applied': 'Er gelden nieuwe regels om te stemmen',
    'mail.appliedText': 'Zo stemt de personeelsvertegenwoordiging vanaf nu:\n\n{lines}\n\n{link}',
  },
  {
    title: 'How you vote as staff representation',
    lead: 'These rules hold for a vote in Countersign. You make them yourselves, two of you together. Your employer can neither see nor change them.',
    members: 'Who votes',
    membersText:
      '{n, plural, one {1 member has} other {# members have}} a vote. Is a member missing? One of you gives that member the role that you have. The member has to say yes.',
    rules: 'Your rules',
    waits: 'This proposal waits for a second member',
    by: '{name} proposed this on {when}. Until another member confirms it, nothing changes.',
    own: 'You proposed this yourself. Another member has to confirm it.',
    confirm: 'I agree with these rules',
    confirmConsequence: 'The rules hold at once. A vote that is running is counted by the rules of the moment at which it closes.',
    withdraw: 'Take this proposal away',
    propose: 'Propose other rules',
    proposeConsequence: 'All members get a mail. Another member has to confirm it.',
    proposed: 'Your proposal is kept. Now another member has to confirm it. Reference {reference}.',
    applied: 'The new rules hold from now on. Reference {reference}.',
    withdrawn: 'The proposal is gone. Reference {reference}.',
    'mail.proposed': 'Proposal: new rules for voting',
    'mail.proposedText':
      'A member of the staff representation proposes to vote like this:\n\n{lines}\n\nAnother member has to confirm it. Until then nothing changes.\n\n{link}',
    'mail.applied': 'New rules for voting hold',
    'mail.appliedText': 'From now on the staff representation votes like this:\n\n{lines}\n\n{link}',
  },
);
