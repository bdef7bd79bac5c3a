import type { RuleId } from '../rules/rule.js';

/** Each rule in one plain Dutch sentence, with its source as it is cited in Dutch. */
export const DUTCH_RULE_TEXTS: Readonly<Record<RuleId, { readonly statement: string; readonly source: string }>> = {
  'GEN-DOS-01': {
    statement: 'Alle verplichte vragen van het dossier zijn beantwoord; “onbekend” telt niet als antwoord.',
    source: 'AVG art. 5 lid 2 en art. 24',
  },
  'GEN-DOS-02': {
    statement: 'De instellingen die echt draaien, zijn gelijk aan de goedgekeurde versie.',
    source: 'WOR art. 27 lid 1 (“wijziging”); AVG art. 25, art. 32 en art. 35 lid 11',
  },
  'EU-GDPR-04-01': {
    statement: 'Live meekijken is ook een verwerking als u niets opneemt: u meldt het, u vertelt het en u legt elke sessie vast.',
    source: 'AVG art. 4 onder 2; AP, Beleidsregels cameratoezicht; CNIL SAN-2024-021',
  },
  'EU-GDPR-04-02': {
    statement: 'Een buffer die steeds wordt overschreven, is doorlopende opname; u meldt de buffer en zijn lengte.',
    source: 'AVG art. 4 onder 2; AP, brief over digitale billboards (2018)',
  },
  'EU-GDPR-04-03': {
    statement:
      'U vertrouwt niet op de belofte van een leverancier dat gegevens anoniem of niet biometrisch zijn, tenzij dat onafhankelijk is getest.',
    source: 'AVG art. 4 onder 1 en 5, art. 5 lid 2, art. 24 en overweging 26; CNIL en Conseil d’État over Veesion (21 juni 2024); ICO',
  },
  'EU-GDPR-04-04': {
    statement: 'Anoniem maken op het apparaat is zelf een verwerking; ook de stap daarvoor heeft een doel, een grondslag en uitleg nodig.',
    source: 'AVG art. 4 onder 2; AP, brief over digitale billboards (2018)',
  },
  'EU-GDPR-05-01': {
    statement: 'Elk doel is precies beschreven; “kwaliteit” of “overig” is geen doel.',
    source: 'AVG art. 5 lid 1 onder b',
  },
  'EU-GDPR-05-02': {
    statement: 'U gebruikt de gegevens alleen voor de doelen die u hebt vastgelegd en verteld.',
    source: 'AVG art. 5 lid 1 onder b, art. 6 lid 4 en art. 13 lid 3',
  },
  'EU-GDPR-05-03': {
    statement: 'Inhoud (geluid, tekst, beeld) legt u alleen vast als het met minder niet kan, en dat schrijft u op.',
    source: 'AVG art. 5 lid 1 onder c; EHRM Bărbulescu, § 121 onder iii; WP249, 5.3',
  },
  'EU-GDPR-05-04': {
    statement: 'Elk doel heeft een eigen bewaartermijn: een gebeurtenis die de termijn beëindigt, en een maximum in dagen.',
    source: 'AVG art. 5 lid 1 onder e, art. 13 lid 2 onder a en art. 30 lid 1 onder f',
  },
  'EU-GDPR-05-05': {
    statement: 'De bewaartermijn blijft binnen de richtlijn of is gemotiveerd, en wissen gaat vanzelf.',
    source:
      'AP, richtlijn camerabeelden (hoogstens 4 weken); oud Vrijstellingsbesluit Wbp (logbestanden 6 maanden); verder beleid van dit product',
  },
  'EU-GDPR-05-06': {
    statement: 'Elk soort gegeven dat het volgsysteem oplevert, is gemeld en hoort bij een doel.',
    source: 'AVG art. 5 lid 1 onder c en art. 30 lid 1 onder c',
  },
  'EU-GDPR-06-01': {
    statement: 'Elk doel heeft één grondslag uit de AVG; instemming van de ondernemingsraad is geen grondslag.',
    source: 'AVG art. 6 lid 1 en 3; HvJ EU C-65/23 (19 december 2024) en C-34/21',
  },
  'EU-GDPR-06-02': {
    statement: 'Toestemming van de werknemer is geen geldige grondslag, want hij kan niet vrij weigeren.',
    source: 'AVG art. 4 onder 11, art. 7 lid 4 en overweging 43; AP; WP249; EDPB-richtsnoeren 05/2020',
  },
  'EU-GDPR-06-03': {
    statement: 'Bij gerechtvaardigd belang is de driestappentoets af, gewonnen en ondertekend.',
    source:
      'AVG art. 6 lid 1 onder f; HvJ EU C-621/22 (KNLTB, 4 oktober 2024); EDPB-richtsnoeren 1/2024; Kamerbrief minister Koolmees (2021)',
  },
  'EU-GDPR-06-04': {
    statement: 'Een overheid gebruikt voor haar publieke taak geen gerechtvaardigd belang.',
    source: 'AVG art. 6 lid 1, laatste zin',
  },
  'EU-NEC-01': {
    statement: 'Er is minstens één minder ingrijpend alternatief onderzocht, met de reden waarom het afvalt.',
    source: 'AVG art. 5 lid 1 onder c en art. 35 lid 7 onder b; EHRM Bărbulescu, § 121 onder iv; AP',
  },
  'EU-NEC-02': {
    statement: 'Werkt iets minder ingrijpends ongeveer even goed, dan is het volgsysteem niet nodig; kosten alleen zijn geen reden.',
    source: 'AVG art. 5 lid 1 onder c, art. 6 lid 1 onder f en art. 25 lid 1; HvJ EU C-621/22; EDPB-richtsnoeren 1/2024',
  },
  'EU-NEC-03': {
    statement: 'Per doel staat vast hoe u meet of het werkt; bij verlenging is er bewijs.',
    source: 'AVG art. 5 lid 1 onder c, art. 5 lid 2 en art. 35 lid 11',
  },
  'EU-NEC-04': {
    statement: '“Technisch kan het niet” is nooit een reden: het systeem moet zich aan de wet kunnen houden.',
    source: 'AVG art. 24 lid 1, art. 25 lid 1 en art. 5 lid 1 onder c; AP',
  },
  'EU-GDPR-09-01': {
    statement: 'Bijzondere gegevens mogen alleen met een uitzondering uit de wet, en toestemming van de werknemer is er geen.',
    source: 'AVG art. 9 lid 1 en 2; UAVG art. 22 tot en met 30',
  },
  'EU-GDPR-09-02': {
    statement: 'Een systeem dat beweging, stem of typen analyseert, is beoordeeld: wel of niet biometrisch, met redenen.',
    source: 'AVG art. 4 onder 14 en art. 9 lid 1; CNIL over slimme camera’s',
  },
  'NL-UAVG-29-01': {
    statement: 'Biometrie mag alleen als dat nodig is voor toegang of beveiliging, en er is een andere manier.',
    source: 'UAVG art. 29; AVG art. 9 lid 2 onder g; AP, boete vingerafdrukken',
  },
  'EU-FAIR-01': {
    statement: 'Een systeem dat gedrag herkent of mensen een score geeft, is getest op discriminatie.',
    source: 'AVG art. 5 lid 1 onder a; WGBH/CZ; WGBL; AWGB',
  },
  'EU-GDPR-10-01': {
    statement: 'Gegevens over verdenkingen of strafbare feiten mogen alleen met een grond uit de UAVG.',
    source: 'AVG art. 10; UAVG art. 31 tot en met 33; AP, lijst verplichte DPIA (“zwarte lijsten”)',
  },
  'EU-GDPR-12-01': {
    statement: 'Mensen kunnen al hun privacyrechten gebruiken, krijgen binnen 30 dagen antwoord en kunnen de uitleg lezen.',
    source: 'AVG art. 12 lid 1 tot en met 4, art. 15 tot en met 18, art. 20 en art. 21',
  },
  'EU-GDPR-13-01': {
    statement: 'De informatie aan werknemers bevat elk verplicht onderdeel.',
    source: 'AVG art. 13, art. 14 en art. 21 lid 4; AP; Kamerbrief minister Koolmees (2021)',
  },
  'EU-GDPR-13-02': { statement: 'De informatie noemt voor elk doel hoe lang u de gegevens bewaart.', source: 'AVG art. 13 lid 2 onder a' },
  'EU-GDPR-13-03': {
    statement: 'De informatie is er vóór de eerste meting, en iedereen die gemeten wordt, heeft haar gekregen.',
    source: 'AVG art. 13 lid 1; EHRM Bărbulescu, § 121 onder i; Kamerbrief minister Koolmees (2021)',
  },
  'EU-GDPR-13-04': {
    statement: 'Tussen de informatie en de eerste meting zitten minstens 14 dagen.',
    source: 'Beleid van dit product; steunt op EHRM Bărbulescu, § 121 onder i',
  },
  'EU-GDPR-21-01': {
    statement: 'Wie bezwaar heeft, kan dat eenvoudig maken, leest dat apart, en kan uit het volgsysteem worden gehaald.',
    source: 'AVG art. 21 lid 1 en 4, art. 18 lid 1 onder d en art. 25; CNIL en Conseil d’État over Veesion',
  },
  'EU-GDPR-21-02': {
    statement: 'Mensen kunnen zich afmelden, of er staat per doel op papier waarom dat niet kan.',
    source: 'AVG art. 21 lid 1, art. 25 lid 2 en art. 5 lid 1 onder c',
  },
  'EU-GDPR-21-03': {
    statement: 'Zolang een bezwaar loopt, wordt die persoon niet gemeten, en het antwoord komt op tijd.',
    source:
      'AVG art. 21 lid 1, art. 18 lid 1 onder d en art. 12 lid 3 en 4; het tellen in dagen is beleid van dit product (de wet zegt: één maand)',
  },
  'EU-GDPR-22-01': {
    statement: 'Geen besluit met grote gevolgen alleen door een computer, tenzij de wet het toestaat en een mens het kan herzien.',
    source: 'AVG art. 22; UAVG art. 40; HvJ EU C-634/21 (SCHUFA)',
  },
  'EU-GDPR-22-02': {
    statement: 'Kale cijfers leiden nooit vanzelf tot minder loon, straf of een ranglijst; eerst is er een gesprek.',
    source: 'BW art. 7:611; CNIL SAN-2024-021; EHRM Bărbulescu, § 121 onder v',
  },
  'EU-GDPR-24-01': {
    statement: 'De werkgever die doel en middelen kiest, is zelf verantwoordelijk en noemt zich geen verwerker.',
    source: 'AVG art. 4 onder 7, art. 24 en art. 26; EDPB-richtsnoeren 07/2020',
  },
  'EU-GDPR-25-01': {
    statement: 'Functies die u niet nodig hebt, staan uit en niemand kan ze alleen weer aanzetten.',
    source: 'AVG art. 25 lid 2',
  },
  'EU-GDPR-28-01': {
    statement: 'Met elke verwerker is er een volledige, getekende overeenkomst, en elke subverwerker is goedgekeurd.',
    source: 'AVG art. 28 lid 1 tot en met 4 en lid 9; Uitvoeringsbesluit (EU) 2021/915',
  },
  'EU-GDPR-28-02': {
    statement: 'De leverancier gebruikt de gegevens niet voor zichzelf, of dat gebruik is apart beoordeeld.',
    source: 'AVG art. 28 lid 10; EDPB-richtsnoeren 07/2020',
  },
  'EU-GDPR-30-01': { statement: 'Het volgsysteem staat in het verwerkingsregister.', source: 'AVG art. 30 lid 1 en 5' },
  'EU-GDPR-32-01': {
    statement: 'De beveiliging is op orde: rollen, sterke aanmelding, versleuteling, een logboek, en alleen wie het nodig heeft kijkt mee.',
    source: 'AVG art. 32 en art. 5 lid 1 onder f; CNIL SAN-2024-021',
  },
  'EU-GDPR-35-01': {
    statement: 'Voor deze versie is er een DPIA met alle vier de delen.',
    source: 'AVG art. 35 lid 1 en 7; AP, lijst verplichte DPIA (Stcrt. 2019, 64418), onderdeel 11',
  },
  'EU-GDPR-35-02': {
    statement: 'Het advies van de FG ligt er; wie van een negatief advies afwijkt, schrijft op waarom.',
    source: 'AVG art. 35 lid 2, art. 37 lid 1, art. 38 lid 3 en art. 39 lid 1 onder c; AP; WP243 en WP248',
  },
  'EU-GDPR-35-03': {
    statement: 'De datum voor de herbeoordeling is nog niet voorbij.',
    source: 'AVG art. 35 lid 11; AP, advies: elke drie jaar',
  },
  'EU-GDPR-36-01': {
    statement: 'Blijft het risico hoog, dan is de AP vooraf geraadpleegd en heeft zij geen bezwaar.',
    source: 'AVG art. 36 lid 1 tot en met 3; AP',
  },
  'EU-GDPR-44-01': {
    statement: 'Gaan gegevens naar een land buiten de EER, dan mag dat volgens de wet op deze dag.',
    source: 'AVG art. 44 tot en met 49; adequaatheidsbesluiten VK en EU-VS; T-553/23 en C-703/25 P',
  },
  'EU-GDPR-44-02': {
    statement: 'Bij modelcontracten gelden die van 2021, en er is onderzocht of de bescherming daar echt gelijk is.',
    source: 'AVG art. 46 lid 1 en lid 2 onder c; Uitvoeringsbesluit (EU) 2021/914; HvJ EU C-311/18',
  },
  'EU-ECHR-08-01': {
    statement: 'De zes vragen van het Europees Hof zijn elk op papier beantwoord.',
    source: 'EVRM art. 8; EHRM Bărbulescu (5 september 2017, 61496/08), § 121; EHRM López Ribalda, § 116',
  },
  'NL-CASE-01': {
    statement: 'Nooit een webcam die thuiswerkers doorlopend of live volgt.',
    source: 'Rb. Zeeland-West-Brabant 28 september 2022 (Chetu), ECLI:NL:RBZWB:2022:5656 (nummer nog na te gaan); EVRM art. 8',
  },
  'EU-WP249-01': {
    statement: 'Toetsen, muis of scherm van thuiswerkers volgen mag niet, behalve kort bij één persoon met een vastgelegde verdenking.',
    source: 'WP249, 5.4.1; CNIL SAN-2024-021; vergelijk BAG 2 AZR 681/16',
  },
  'EU-WP249-02': {
    statement: 'Op een privéapparaat blijft alles binnen een aparte werkomgeving, met een grond uit de Telecommunicatiewet.',
    source: 'WP249, 5.4.2; Telecommunicatiewet art. 11.7a; EDPB-richtsnoeren 2/2023',
  },
  'NL-AP-COV-01': {
    statement:
      'Heimelijk volgen mag alleen bij een redelijke verdenking, als niets anders werkte, voor een vaste tijd, en u vertelt het achteraf.',
    source:
      'AP, Voorwaarden voor heimelijke controle werknemers; EHRM López Ribalda (17 oktober 2019, 1874/13), § 134; Richtlijn 90/270, bijlage onder 3b',
  },
  'NL-AP-REC-01': {
    statement: 'Bij elke opname merkt de werknemer dat er wordt opgenomen.',
    source: 'AP, vraag “Mag mijn werkgever mijn telefoongesprekken opnemen”',
  },
  'NL-AP-REC-02': {
    statement: 'Bellers, klanten en bezoekers horen aan het begin dat er wordt opgenomen, waarvoor, en waar zij meer lezen.',
    source: 'AVG art. 13; AP in Almere Deze Week (21 augustus 2019); AP',
  },
  'NL-PAR-01': {
    statement: 'Thuis wordt niemand strenger gevolgd dan bij hetzelfde werk op kantoor.',
    source: 'Kamerbrief minister Koolmees (2021); AVG art. 5 lid 1 onder c; EVRM art. 8; ICO',
  },
  'NL-SR-139-01': {
    statement: 'Gesprekken waaraan geen medewerker deelneemt, worden niet vastgelegd, en er hangt geen verborgen camera in een huis.',
    source: 'Wetboek van Strafrecht art. 139a, 139b, 139c en 139f (of het strafbaar is, wordt betwist; dit product blokkeert hoe dan ook)',
  },
  'NL-REC-01': {
    statement: 'In de wacht, bij een pauze of een privégesprek stopt de opname vanzelf en meteen.',
    source: 'AVG art. 5 lid 1 onder c en art. 25; AP',
  },
  'NL-REC-02': {
    statement: 'Niemand luistert of kijkt mee als de ander denkt dat dit niet kan.',
    source: 'AVG art. 5 lid 1 onder a en c; Wetboek van Strafrecht art. 139a',
  },
  'NL-REC-03': { statement: 'Achteraf knippen vervangt het live pauzeren niet.', source: 'AVG art. 4 onder 2 en art. 25 lid 1' },
  'NL-REC-04': {
    statement: 'Een knop die achteraf bewaart, heeft vaste regels, een korte buffer en een signaal.',
    source: 'AVG art. 5 lid 1 onder a tot en met c en art. 13',
  },
  'NL-REC-05': {
    statement: 'Een steekproef wordt getrokken vóór de opname, willekeurig, en het staat vast wie haar beluistert.',
    source: 'AVG art. 5 lid 1 onder c en art. 4 onder 2; AP',
  },
  'NL-REC-06': {
    statement: 'Terugbellen voor onderzoek is een apart doel waarvoor mensen zich kunnen afmelden.',
    source: 'AVG art. 5 lid 1 onder b en art. 21 lid 1 tot en met 3',
  },
  'NL-HOME-01': {
    statement: 'Thuis wordt alleen in werktijd gemeten, niet in pauzes, en huisgenoten zijn beschermd.',
    source: 'EVRM art. 8; WP249, 5.4; AVG art. 5 lid 1 onder c en art. 25; AP',
  },
  'NL-WOR-27-01': {
    statement: 'De ondernemingsraad heeft ingestemd, of de kantonrechter heeft dat vervangen; zwijgen is geen instemming.',
    source: 'WOR art. 27 lid 1 onder k en l en lid 4; AP; Kamerbrief minister Koolmees (2021)',
  },
  'NL-WOR-27-02': {
    statement: 'Het verzoek is schriftelijk, met redenen, gevolgen en alle bijlagen.',
    source: 'WOR art. 27 lid 2, eerste en tweede zin; bijlagen: beleid van dit product (WOR art. 31)',
  },
  'NL-WOR-27-03': {
    statement: 'Tussen het verzoek en het besluit van de ondernemingsraad is minstens één keer overlegd.',
    source: 'WOR art. 27 lid 2, derde zin, en art. 23 lid 1',
  },
  'NL-WOR-27-04': {
    statement: 'Het besluit van de ondernemingsraad staat op papier, heeft redenen en is van de hele raad.',
    source: 'WOR art. 27 lid 2, vierde zin',
  },
  'NL-WOR-27-05': {
    statement: 'De werkgever laat schriftelijk weten wat hij besluit en vanaf welke dag; eerder gaat niets aan.',
    source: 'WOR art. 27 lid 2, laatste zin',
  },
  'NL-WOR-27-06': {
    statement: 'Roept de ondernemingsraad de nietigheid in, dan stopt alles meteen.',
    source: 'WOR art. 27 lid 5 en 6; stoppen na een te laat beroep is beleid van dit product',
  },
  'NL-WOR-27-07': {
    statement: 'De instemming geldt voor precies deze versie.',
    source: 'WOR art. 27 lid 1 (vaststelling, wijziging of intrekking)',
  },
  'NL-WOR-27-08': {
    statement: 'Alle voorwaarden van de ondernemingsraad staan in het besluit en worden nagekomen, en de instemming loopt nog.',
    source: 'WOR art. 27 lid 2 en 5',
  },
  'NL-WOR-27-09': {
    statement: 'Dat instemming niet nodig is, telt pas als de ondernemingsraad dat zelf bevestigt, of de rechter.',
    source: 'WOR art. 27 lid 3 en lid 1 onder l (“gericht op of geschikt voor”)',
  },
  'NL-WOR-35-01': {
    statement: 'De personeelsvertegenwoordiging is geraadpleegd; dit vraagt dit product, de wet geeft hier geen instemmingsrecht.',
    source: 'WOR art. 35c lid 3 en 4 en art. 32; AVG art. 35 lid 9',
  },
  'NL-WOR-35-02': {
    statement: 'Het volgsysteem is besproken in een personeelsvergadering, en zo nodig is advies gevraagd.',
    source: 'WOR art. 35b lid 1, 2 en 5; blokkeren is beleid van dit product',
  },
  'NL-WOR-02-01': {
    statement: 'Bij 50 of meer mensen is er een ondernemingsraad, of een ontheffing.',
    source: 'WOR art. 2 en art. 5; blokkeren is beleid van dit product',
  },
  'EU-AIA-05-01': {
    statement: 'Emoties van werknemers afleiden met AI is verboden, behalve voor gezondheid of veiligheid.',
    source: 'AI-verordening (EU) 2024/1689 art. 5 lid 1 onder f; richtsnoeren van de Commissie C(2025) 5052',
  },
  'EU-AIA-06-01': {
    statement: 'Van elk systeem met AI staat vast in welke klasse het valt, en waarom.',
    source: 'AI-verordening art. 6 lid 2 en bijlage III onder 4 b',
  },
  'EU-AIA-26-01': {
    statement: 'Bij hoogrisico-AI weten de ondernemingsraad en de werknemers het vooraf, houdt een mens toezicht en blijven logs bewaard.',
    source: 'AI-verordening art. 26 lid 1, 2, 6, 7 en 11; geldt vanaf 2 december 2027 (Verordening (EU) 2026/1744)',
  },
  'NL-OBJ-01': {
    statement: 'De ondernemingsraad ziet over bezwaren alleen aantallen, nooit namen of kleine groepen.',
    source: 'AVG art. 5 lid 1 onder c en f; de grens van 5 is beleid van dit product',
  },
  'NL-OBJ-02': {
    statement: 'Er is een vertrouwenspersoon, klagen kan anoniem, en wie klaagt wordt niet benadeeld.',
    source: 'Kamerbrief minister Koolmees (2021); BW art. 7:611; Wet bescherming klokkenluiders art. 17e en 17eb',
  },
};
