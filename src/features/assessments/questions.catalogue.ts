import type { ListQuestion, Question, Section, Sight } from '../tools/index.js';
import type { SectionCode } from './domain/sections.js';

type Words = { readonly nl: string; readonly en: string };
const say = (nl: string, en: string): Words => ({ nl, en });

const PURPOSE_CODE: Question = { attribute: 'purposes[].code', text: say('Doel', 'Purpose') };
const purposes = (text: Words, questions: ListQuestion['questions']): ListQuestion => ({
  list: 'purposes',
  text,
  row: say('Doel', 'Purpose'),
  add: say('Voeg een doel toe', 'Add a purpose'),
  none: say('HR heeft nog geen doel opgegeven.', 'HR has not given a purpose yet.'),
  questions: [PURPOSE_CODE, ...questions],
});
const rests = (basis: string) => (sight: Sight) => sight.value('purposes[].legalBasis') === basis;
const isOneOf = (sight: Sight, attribute: string, values: readonly string[]): boolean =>
  values.some((value) => sight.value(attribute) === value);
const hasStatute = (sight: Sight): boolean => isOneOf(sight, 'purposes[].legalBasis', ['legal_obligation', 'public_task']);

const PURPOSE: Section = {
  code: 'purpose',
  title: say('Doel', 'Purpose'),
  intro: say(
    'Waarvoor is dit volgsysteem? Per doel wilt u later kunnen zien of het werkt.',
    'What is this tool for? For each purpose you will want to see later whether it works.',
  ),
  questions: [
    purposes(say('Per doel', 'For each purpose'), [
      { attribute: 'purposes[].description', text: say('Wat HR over dit doel schreef', 'What HR wrote about this purpose') },
      {
        attribute: 'purposes[].specific',
        text: say('Is dit doel precies genoeg?', 'Is this purpose specific enough?'),
        hint: say(
          'Precies is: welk besluit of welk resultaat heeft welke gegevens nodig. "Kwaliteit" of "bedrijfsvoering" alleen is te ruim.',
          'Specific means: which decision or result needs which data. "Quality" or "operations" alone is too wide.',
        ),
        why: say(
          'Een te ruim doel maakt elk gebruik mogelijk. Bron: AVG art. 5 lid 1 onder b.',
          'A purpose that is too wide allows any use. Source: GDPR 5(1)(b).',
        ),
      },
      {
        attribute: 'purposes[].effectiveness.metric',
        optional: true,
        text: say('Waaraan ziet u straks dat het werkt?', 'How will you see later that it works?'),
        hint: say('Noem iets dat u kunt tellen.', 'Name something that you can count.'),
        why: say(
          'Wat niet werkt, is niet nodig. Bij de evaluatie vraagt het systeem om bewijs. Bron: AVG art. 5 lid 1 onder c en art. 35 lid 11.',
          'What does not work is not needed. At the evaluation you are asked for evidence. Source: GDPR 5(1)(c), 35(11).',
        ),
      },
      {
        attribute: 'purposes[].effectiveness.baseline',
        optional: true,
        text: say('Hoe staat dat er nu voor, dus zonder het volgsysteem?', 'How does that stand now, so without the tool?'),
      },
      {
        attribute: 'purposes[].effectiveness.evidence',
        text: say('Bij verlenging: wat is er bereikt?', 'At renewal: what was achieved?'),
        optional: true,
      },
      {
        attribute: 'purposes[].compatibility',
        text: say('Past dit tweede doel bij het eerste?', 'Is this second purpose compatible with the first?'),
        why: say('Bron: AVG art. 6 lid 4.', 'Source: GDPR 6(4).'),
        when: (sight) => typeof sight.value('purposes[].secondaryOf') === 'string',
      },
    ]),
  ],
};

const BASIS: Section = {
  code: 'basis',
  title: say('Grondslag', 'Legal basis'),
  intro: say(
    'Elk doel heeft 1 grondslag uit de AVG. Instemming van de OR is geen grondslag. Toestemming van een medewerker ook niet.',
    'Each purpose has one basis in the GDPR. Consent of the works council is no such basis. Nor is consent of an employee.',
  ),
  questions: [
    purposes(say('Per doel', 'For each purpose'), [
      {
        attribute: 'purposes[].legalBasis',
        text: say('Waarop rust dit doel?', 'On what basis does this purpose rest?'),
        why: say(
          'Een medewerker kan moeilijk nee zeggen tegen een werkgever. Daarom telt zijn toestemming niet. Een gemeente gebruikt voor haar taken de taak van algemeen belang. Bron: AVG art. 6 lid 1.',
          'An employee can hardly say no to an employer, so their consent does not count. A municipality uses public task for its tasks. Source: GDPR 6(1).',
        ),
      },
      {
        attribute: 'purposes[].legalBasisReference',
        text: say('Welke wet en welk artikel?', 'Which law and which article?'),
        when: hasStatute,
      },
      {
        attribute: 'purposes[].balancingTest.interest',
        optional: true,
        text: say('Stap 1. Welk belang heeft de organisatie?', 'Step 1. Which interest does the organisation have?'),
        hint: say('Echt, nu, en precies.', 'Real, present and specific.'),
        why: say(
          'De driestappentoets: een echt belang, noodzaak, en een afweging die de werkgever wint. Strandt een stap, dan vervalt het doel. Bron: AVG art. 6 lid 1 onder f; HvJ EU C-621/22.',
          'The three-step test: a real interest, necessity, and a balance that the employer wins. If a step fails, the purpose is dropped. Source: GDPR 6(1)(f); CJEU C-621/22.',
        ),
        when: rests('legitimate_interest'),
      },
      {
        attribute: 'purposes[].balancingTest.necessity',
        optional: true,
        text: say('Stap 2. Waarom kan het niet met minder?', 'Step 2. Why can it not be done with less?'),
        when: rests('legitimate_interest'),
      },
      {
        attribute: 'purposes[].balancingTest.balance',
        optional: true,
        text: say('Stap 3. Wiens belang weegt zwaarder?', 'Step 3. Whose interest weighs more?'),
        when: rests('legitimate_interest'),
      },
      {
        attribute: 'purposes[].balancingTest.signedBy',
        text: say('Handtekening van de bestuurder', 'Signature of the director'),
        when: rests('legitimate_interest'),
        optional: true,
      },
    ]),
    {
      attribute: 'tool.criminalDataReference',
      text: say(
        'Staat er een verdenking of een strafbaar feit in de gegevens? Welk artikel van de UAVG laat dat dan toe?',
        'Do the data hold a suspicion or an offence? Which article of the UAVG then allows that?',
      ),
      hint: say(
        'Geen verdenking? Laat de vraag open. Is er wel een verdenking maar geen artikel, dan mag zij niet worden bewaard.',
        'No suspicion? Leave it open. A suspicion without an article may not be kept.',
      ),
      why: say('Bron: AVG art. 10; UAVG art. 31 tot en met 33.', 'Source: GDPR 10; UAVG 31-33.'),
      optional: true,
    },
  ],
};

const isSpecial = (sight: Sight): boolean => typeof sight.value('tool.dataCategories[].specialCategory') === 'string';
const detects = (sight: Sight): boolean => sight.value('tool.behaviourDetection') === true;

const DATA: Section = {
  code: 'data',
  title: say('Gegevens en mensen', 'Data and people'),
  intro: say('Welke gegevens, over wie, en hoe gevoelig zijn ze?', 'Which data, about whom, and how sensitive are they?'),
  questions: [
    { attribute: 'tool.dataSubjects', text: say('Over wie gaan de gegevens?', 'About whom are the data?') },
    {
      list: 'tool.dataCategories',
      text: say('Per gegeven', 'For each kind of data'),
      row: say('Gegeven', 'Kind of data'),
      add: say('Voeg een gegeven toe', 'Add a kind of data'),
      none: say('HR heeft nog geen gegevens opgegeven.', 'HR has not listed any data yet.'),
      questions: [
        { attribute: 'tool.dataCategories[].code', text: say('Gegeven', 'Kind of data') },
        {
          attribute: 'tool.dataCategories[].art9Condition',
          text: say('Dit is een bijzonder gegeven. Welke uitzondering geldt?', 'This is a special category. Which exception applies?'),
          hint: say(
            'Noem de letter van AVG art. 9 lid 2 en het artikel van de UAVG.',
            'Name the letter of GDPR 9(2) and the article of the UAVG.',
          ),
          when: isSpecial,
        },
      ],
    },
    {
      attribute: 'assessment.contentJustification',
      text: say('Waarom is de inhoud zelf nodig?', 'Why is the content itself needed?'),
      hint: say(
        'Inhoud is geluid, beeld, tekst of het scherm. Zonder inhoud ziet u alleen dat er iets was en wanneer.',
        'Content is sound, image, text or the screen. Without it you only see that something happened, and when.',
      ),
      why: say('Bron: AVG art. 5 lid 1 onder c; EHRM Bărbulescu.', 'Source: GDPR 5(1)(c); ECtHR Bărbulescu.'),
      when: (sight) => sight.value('capture.contentLevel') === 2,
    },
    {
      attribute: 'tool.biometricClassification',
      text: say(
        'De software let op hoe mensen bewegen of praten. Wat zijn die gegevens?',
        'The software looks at how people move or speak. What are those data?',
      ),
      when: detects,
      optional: true,
    },
    {
      attribute: 'assessment.classificationReasoned',
      text: say('Waarom vindt u dat?', 'Why do you think so?'),
      hint: say('Noem het technische bewijs van de leverancier.', 'Name the supplier’s technical evidence.'),
      when: detects,
      optional: true,
    },
    {
      attribute: 'assessment.biasTest',
      text: say('Is getest of groepen mensen nadeel hebben?', 'Was it tested whether groups of people are put at a disadvantage?'),
      hint: say(
        'Bijvoorbeeld door leeftijd, beperking, zwangerschap of taal. Niet getest? Laat de vraag open.',
        'For instance by age, disability, pregnancy or language. Not tested? Leave it open.',
      ),
      when: (sight) => detects(sight) || sight.value('tool.profiling') === true,
      optional: true,
    },
    {
      attribute: 'assessment.biometric.purpose',
      text: say('Waarvoor wordt iemand herkend?', 'Why is somebody recognised?'),
      when: (sight) => sight.value('tool.biometricClassification') === 'biometric_id',
    },
    {
      attribute: 'assessment.biometric.necessary',
      text: say('Kan dat niet anders?', 'Is there no other way?'),
      when: (sight) => sight.value('tool.biometricClassification') === 'biometric_id',
    },
    {
      attribute: 'assessment.biometric.alternativeOffered',
      text: say('Kan iemand ook zonder, bijvoorbeeld met een pas?', 'Can people also do without, for instance with a card?'),
      when: (sight) => sight.value('tool.biometricClassification') === 'biometric_id',
    },
    {
      attribute: 'tool.ai.classification',
      text: say('Wat voor AI is dit volgens de AI-verordening?', 'What kind of AI is this under the AI Act?'),
      hint: say('Laat open als er geen AI in zit.', 'Leave it open when there is no AI in it.'),
      why: say(
        'AI die prestaties of gedrag op het werk beoordeelt, is hoog risico. Bron: AI-verordening art. 6 en bijlage III punt 4.',
        'AI that judges performance or behaviour at work is high risk. Source: AI Act 6 and Annex III, point 4.',
      ),
      optional: true,
    },
    {
      attribute: 'tool.ai.classificationReason',
      text: say('Waarom is het dat?', 'Why is it that?'),
      when: (sight) => sight.value('tool.ai.classification') !== undefined,
    },
    {
      attribute: 'tool.emotion.medicalOrSafetyOnly',
      text: say('Wordt stemming alleen afgeleid voor gezondheid of veiligheid?', 'Is mood inferred for health or safety only?'),
      hint: say('Laat open als er geen stemming wordt afgeleid.', 'Leave it open when no mood is inferred.'),
      optional: true,
    },
  ],
};

const isCovert = (sight: Sight): boolean => sight.value('tool.covert') === true;
const isIndividual = (sight: Sight): boolean => sight.value('tool.groupScope') === 'individual';
const isAtHome = (sight: Sight): boolean => sight.value('home.contentLevel') !== undefined;

const CAPTURE: Section = {
  code: 'capture',
  title: say('Vastleggen, thuis en kantoor', 'Capture, home and office'),
  intro: say(
    'Hoe legt het systeem vast, en is het thuis strenger dan op kantoor?',
    'How does the system capture, and is home stricter than the office?',
  ),
  questions: [
    { attribute: 'capture.modes', text: say('Hoe wordt vastgelegd?', 'How is it captured?') },
    { attribute: 'capture.contentLevel', text: say('Wat wordt vastgelegd?', 'What is captured?') },
    { attribute: 'home.modeRank', text: say('Thuis', 'At home'), when: isAtHome },
    { attribute: 'office.modeRank', text: say('Op kantoor', 'At the office') },
    {
      attribute: 'assessment.parityException.securityMeasure',
      text: say(
        'Is het thuis strenger? Welke beveiliging maakt dat nodig?',
        'Is home stricter? Which security measure makes that necessary?',
      ),
      hint: say('Is het overal gelijk? Laat de vraag open.', 'Is it the same everywhere? Leave it open.'),
      why: say(
        'Thuis gelden dezelfde regels als op kantoor. Een uitzondering telt pas als de FG die steunt.',
        'The same rules hold at home as at the office. An exception counts only when the DPO endorses it.',
      ),
      optional: true,
      when: isAtHome,
    },
    {
      attribute: 'assessment.parityException.dpoEndorsed',
      text: say('Steunt de FG die uitzondering?', 'Does the DPO endorse that exception?'),
      optional: true,
      when: (sight) => sight.value('assessment.parityException.securityMeasure') !== undefined,
    },
    purposes(say('Bewaartermijn', 'Retention'), [
      { attribute: 'purposes[].retention.maxDays', text: say('Ten hoogste, in dagen', 'At most, in days') },
      {
        attribute: 'purposes[].retention.justification',
        text: say('Is dat langer dan gebruikelijk? Waarom?', 'Is that longer than usual? Why?'),
        hint: say(
          'Gebruikelijk is 28 dagen voor beeld, 100 voor gesprekken, 183 voor logboeken en 365 voor de rest.',
          'Usual is 28 days for images, 100 for calls, 183 for logs and 365 for the rest.',
        ),
        optional: true,
      },
    ]),
    {
      attribute: 'capture.buffer.justifiedMaxSeconds',
      text: say('Hoeveel seconden terug is echt nodig?', 'How many seconds back are really needed?'),
      when: (sight) => sight.has('capture.modes', 'retroactive_buffer'),
      suffix: say('seconden', 'seconds'),
    },
    {
      attribute: 'tool.telecomActGround',
      text: say(
        'Er draait software op een eigen apparaat. Welke grond uit de Telecommunicatiewet geldt?',
        'Software runs on a private device. Which ground of the Telecommunications Act applies?',
      ),
      when: (sight) => sight.has('tool.deviceOwnership', 'private'),
    },
    {
      attribute: 'covertCheck.reasonableSuspicion',
      text: say('Is er een redelijk vermoeden van een strafbaar feit?', 'Is there a reasonable suspicion of an offence?'),
      when: isCovert,
    },
    {
      attribute: 'covertCheck.otherMeansExhausted',
      text: say('Is al het andere geprobeerd?', 'Has everything else been tried?'),
      when: isCovert,
    },
    { attribute: 'covertCheck.periodStart', text: say('Vanaf', 'From'), when: isCovert },
    { attribute: 'covertCheck.periodEnd', text: say('Tot en met', 'Until'), when: isCovert },
    {
      attribute: 'covertCheck.informAfterwards',
      text: say('Hoort de medewerker het achteraf?', 'Is the employee told afterwards?'),
      when: isCovert,
    },
    {
      attribute: 'runtime.investigation.suspicionDocumented',
      text: say('Staat het vermoeden op papier?', 'Is the suspicion on paper?'),
      when: isIndividual,
    },
    {
      attribute: 'runtime.investigation.maxDays',
      text: say('Hoeveel dagen duurt het onderzoek ten hoogste?', 'How many days does the investigation last at most?'),
      when: isIndividual,
    },
  ],
};

const six = (name: string, text: Words, hint: Words): Question => ({ attribute: `assessment.barbulescu.${name}`, text, hint, long: true });

const ALTERNATIVES: Section = {
  code: 'alternatives',
  title: say('Alternatieven en de zes vragen', 'Alternatives and the six questions'),
  intro: say(
    'Wat kan er minder ingrijpend? En de zes vragen van het Europees Hof voor de Rechten van de Mens (zaak Bărbulescu).',
    'What could be done with less intrusion? And the six questions of the European Court of Human Rights (Bărbulescu).',
  ),
  questions: [
    {
      list: 'assessment.alternatives',
      text: say('Welke minder ingrijpende manieren zijn bekeken?', 'Which less intrusive ways were considered?'),
      why: say(
        'Werkt een mildere manier (bijna) even goed, dan is dit volgsysteem niet nodig. Alleen de prijs is geen reden. Bron: AVG art. 5 en 6; HvJ EU C-621/22.',
        'When a milder way works (nearly) as well, this tool is not necessary. Price alone is no reason. Source: GDPR 5, 6; CJEU C-621/22.',
      ),
      row: say('Alternatief', 'Alternative'),
      add: say('Voeg een alternatief toe', 'Add an alternative'),
      none: say('Nog geen alternatief bekeken.', 'No alternative considered yet.'),
      questions: [
        { attribute: 'assessment.alternatives[].description', text: say('Wat is het alternatief?', 'What is the alternative?') },
        { attribute: 'assessment.alternatives[].lessIntrusive', text: say('Grijpt het minder in?', 'Is it less intrusive?') },
        {
          attribute: 'assessment.alternatives[].effectiveEnough',
          text: say('Werkt het (bijna) even goed?', 'Does it work (nearly) as well?'),
        },
        { attribute: 'assessment.alternatives[].rejectedReason', text: say('Waarom kiest u het niet?', 'Why do you not choose it?') },
      ],
    },
    {
      attribute: 'assessment.reliesOnTechnicalImpossibility',
      text: say('Steunt uw verhaal op "onze software kan dat niet"?', 'Does your reasoning rest on "our software cannot do that"?'),
      why: say(
        'Het systeem moet kunnen wat de wet vraagt. Bron: AVG art. 24 en 25.',
        'The system must be able to do what the law asks. Source: GDPR 24, 25.',
      ),
    },
    {
      attribute: 'assessment.marketAlternativeExists',
      text: say('Kan een ander product het wel met minder?', 'Can another product do it with less?'),
      optional: true,
    },
    six(
      'priorNotice',
      say('1. Weten mensen het vooraf?', '1. Do people know beforehand?'),
      say('Hoe, wanneer en in welke taal?', 'How, when and in which language?'),
    ),
    six(
      'extent',
      say('2. Hoe ver gaat het?', '2. How far does it go?'),
      say('Inhoud of niet, hoe vaak, hoe lang, hoeveel mensen.', 'Content or not, how often, how long, how many people.'),
    ),
    six(
      'legitimateReason',
      say('3. Wat is de goede reden?', '3. What is the good reason?'),
      say('Bij inhoud moet de reden zwaarder zijn.', 'With content the reason must weigh more.'),
    ),
    six(
      'lessIntrusive',
      say('4. Waarom niet milder?', '4. Why not milder?'),
      say('Noem wat u heeft bekeken.', 'Name what you have considered.'),
    ),
    six(
      'consequences',
      say('5. Wat zijn de gevolgen voor mensen?', '5. What are the consequences for people?'),
      say('Waar worden de gegevens voor gebruikt, en waarvoor niet?', 'What are the data used for, and what not?'),
    ),
    six(
      'safeguards',
      say('6. Hoe zijn mensen beschermd?', '6. How are people protected?'),
      say('Toegang, wissen, bezwaar, toezicht.', 'Access, erasure, objection, supervision.'),
    ),
  ],
};

const RISKS: Section = {
  code: 'risks',
  title: say('Risico’s', 'Risks'),
  intro: say(
    'Wat kan er misgaan voor mensen? Per rij: voor wie, wat, hoe waarschijnlijk, hoe erg, wat u eraan doet, wie dat doet en wat er overblijft.',
    'What can go wrong for people? For each row: for whom, what, how likely, how bad, what you do about it, who does that and what is left.',
  ),
  questions: [],
};

const hasMechanism = (mechanism: string) => (sight: Sight) => sight.value('transfers[].mechanism') === mechanism;

const MEASURES: Section = {
  code: 'measures',
  title: say('Maatregelen en meningen', 'Measures and views'),
  intro: say(
    'Afspraken met de leverancier, doorgifte, en wat de mensen zelf vinden.',
    'Agreements with the supplier, transfers, and what people themselves think.',
  ),
  questions: [
    {
      list: 'processors',
      text: say('Leveranciers die gegevens verwerken', 'Suppliers that process data'),
      row: say('Leverancier', 'Supplier'),
      add: say('Voeg een leverancier toe', 'Add a supplier'),
      none: say('HR heeft geen leverancier opgegeven.', 'HR has not named a supplier.'),
      questions: [
        { attribute: 'processors[].name', text: say('Naam', 'Name') },
        {
          attribute: 'processors[].processingAgreementSigned',
          text: say('Is de verwerkersovereenkomst getekend?', 'Was the processing agreement signed?'),
        },
        {
          attribute: 'processors[].processingAgreementComplete',
          text: say('Staat alles erin wat de AVG vraagt?', 'Does it hold everything that the GDPR asks?'),
          hint: say('Voeg de overeenkomst toe bij de bestanden van deze versie.', 'Add the agreement to the files of this version.'),
          why: say('Bron: AVG art. 28 lid 3.', 'Source: GDPR 28(3).'),
        },
        {
          attribute: 'processors[].separateControllerAssessed',
          text: say(
            'De leverancier heeft eigen doelen. Is dat apart beoordeeld?',
            'The supplier has purposes of its own. Was that assessed separately?',
          ),
          when: (sight) => sight.value('processors[].ownPurposes') === true,
        },
        {
          list: 'processors[].subprocessors',
          text: say('Bedrijven die de leverancier inschakelt', 'Companies that the supplier brings in'),
          row: say('Subverwerker', 'Sub-processor'),
          add: say('Voeg een subverwerker toe', 'Add a sub-processor'),
          none: say('Geen.', 'None.'),
          questions: [
            { attribute: 'processors[].subprocessors[].name', text: say('Naam', 'Name') },
            {
              attribute: 'processors[].subprocessors[].authorised',
              text: say('Heeft u daarvoor toestemming gegeven?', 'Did you authorise that?'),
            },
          ],
        },
      ],
    },
    {
      list: 'transfers',
      text: say('Doorgifte buiten de Europese Economische Ruimte', 'Transfers outside the European Economic Area'),
      row: say('Doorgifte', 'Transfer'),
      add: say('Voeg een doorgifte toe', 'Add a transfer'),
      none: say('Er is geen doorgifte.', 'There is no transfer.'),
      questions: [
        { attribute: 'transfers[].country', text: say('Land', 'Country') },
        { attribute: 'transfers[].mechanism', text: say('Geregeld met', 'Arranged by') },
        {
          attribute: 'transfers[].validUntil',
          text: say('Geldig tot en met', 'Valid until'),
          when: hasMechanism('adequacy'),
          optional: true,
        },
        {
          attribute: 'transfers[].recipientCertified',
          text: say('Is de ontvanger gecertificeerd?', 'Is the recipient certified?'),
          when: hasMechanism('dpf'),
        },
        { attribute: 'transfers[].sccVersion', text: say('Welk modelcontract?', 'Which standard contract?'), when: hasMechanism('scc') },
        {
          attribute: 'transfers[].transferImpactAssessmentDone',
          text: say('Is onderzocht of de gegevens daar veilig zijn?', 'Was it examined whether the data are safe there?'),
          when: (sight) => isOneOf(sight, 'transfers[].mechanism', ['scc', 'bcr']),
        },
      ],
    },
    {
      list: 'tool.vendorClaims',
      text: say('Wat de leverancier belooft', 'What the supplier claims'),
      row: say('Belofte', 'Claim'),
      add: say('Voeg een belofte toe', 'Add a claim'),
      none: say('Er is geen belofte waarop u steunt.', 'There is no claim that you rely on.'),
      questions: [
        { attribute: 'tool.vendorClaims[].claim', text: say('Belofte', 'Claim') },
        {
          attribute: 'tool.vendorClaims[].evidence',
          text: say('Welk bewijs is er?', 'What evidence is there?'),
          when: (sight) => sight.value('tool.vendorClaims[].reliedOn') === true,
        },
        {
          attribute: 'tool.vendorClaims[].contradictedByAuthority',
          text: say('Zegt een toezichthouder iets anders?', 'Does a supervisory authority say otherwise?'),
          when: (sight) => sight.value('tool.vendorClaims[].reliedOn') === true,
        },
      ],
    },
    {
      attribute: 'tool.ai.humanOversight',
      text: say('Kijkt een mens mee die het kan stoppen?', 'Does a person watch over it who can stop it?'),
      optional: true,
      when: (sight) => sight.value('tool.ai.classification') === 'high_risk_iii_4b',
    },
    {
      attribute: 'tool.ai.logDays',
      text: say('Hoeveel dagen blijven de logboeken van de AI bewaard?', 'For how many days are the AI’s logs kept?'),
      optional: true,
      when: (sight) => sight.value('tool.ai.classification') === 'high_risk_iii_4b',
    },
    {
      attribute: 'tool.ai.instructionsOnFile',
      text: say('Ligt de gebruiksaanwijzing van de AI vast?', 'Are the AI’s instructions for use on file?'),
      optional: true,
      when: (sight) => sight.value('tool.ai.classification') === 'high_risk_iii_4b',
    },
    {
      attribute: 'dpia.viewsSought',
      text: say('Wat vinden de mensen die het aangaat?', 'What do the people concerned think?'),
      hint: say(
        'Schrijf hoe u het vroeg, aan wie, en wat zij zeiden. Heeft u het niet gevraagd? Schrijf waarom niet.',
        'Write how you asked, whom, and what they said. Did you not ask? Write why not.',
      ),
      why: say('Bron: AVG art. 35 lid 9.', 'Source: GDPR 35(9).'),
      long: true,
    },
    {
      attribute: 'dpia.priorConsultation',
      text: say('Blijft het risico hoog? Wat zei de AP?', 'Does the risk stay high? What did the authority say?'),
      hint: say(
        'Alleen bij een hoog restrisico. Voeg de brief toe. De FG bevestigt dit.',
        'Only with a high residual risk. Attach the letter. The DPO confirms this.',
      ),
      optional: true,
    },
  ],
};

export const ASSESSMENT_SECTIONS: Readonly<Record<SectionCode, Section>> = {
  purpose: PURPOSE,
  basis: BASIS,
  data: DATA,
  capture: CAPTURE,
  alternatives: ALTERNATIVES,
  risks: RISKS,
  measures: MEASURES,
};
