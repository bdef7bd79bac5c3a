import { catalogue, type KeyOf } from '../../../platform/i18n/index.js';

/** The sentences of the one screen that an employee reads first. */
export const summaryCatalogue = catalogue(
  {
    more: 'en nog {n, plural, one {# ander} other {# andere}} (zie de hele uitleg)',
    'N08.same': 'Hoogstens {days, plural, one {# dag} other {# dagen}}.',
    'N08.line': '{purpose}: hoogstens {days, plural, one {# dag} other {# dagen}}',
    'N08.until': 'Tot: {criterion}.',
    'N10.native':
      'Bezwaar maken mag altijd. Wij meten u niet zolang wij beslissen. U hoeft niets te bewijzen. Uw leidinggevende ziet het niet.',
    'N10.managed':
      'Bezwaar maken mag altijd. Wij mogen u niet meten zolang wij beslissen. Uw apparaat gaat binnen 1 uur van de lijst, en het beheer van apparaten moet het dan weghalen. Zonder lijst heeft IT 1 werkdag. U hoeft niets te bewijzen. Uw leidinggevende ziet niet dat u bezwaar maakt.',
    'N10.vendor_api':
      'Bezwaar maken mag altijd. Wij mogen u niet meten zolang wij beslissen. Uw apparaat gaat binnen 1 uur van de lijst, en IT moet het dan bij de leverancier uitzetten. Zonder lijst heeft IT 1 werkdag. U hoeft niets te bewijzen. Uw leidinggevende ziet niet dat u bezwaar maakt.',
    'N10.attested':
      'Bezwaar maken mag altijd. IT moet u er dan binnen 1 werkdag uit halen, zolang wij beslissen. U hoeft niets te bewijzen. Uw leidinggevende ziet niet dat u bezwaar maakt.',
    N18: 'Klopt er iets niet? U kunt een klacht indienen. De vertrouwenspersoon helpt u.',
    'N16.measured': 'Wel: {list}.',
    'N16.not': 'Niet: {list}.',
    'N16.how': 'Hoe: {list}.',
    'N16.hours': 'Niet buiten werktijd.',
    'N16.breaks': 'Niet in pauzes.',
    'N17.who': 'Kijken mogen: {list}.',
    'N17.noAppraisal': 'Het mag niet worden gebruikt om u te beoordelen, te straffen of minder te betalen.',
    'N17.appraisal': 'Let op: het mag worden gebruikt bij uw beoordeling.',
    'N17.nothingElse': 'Voor iets anders dan het doel mag het niet worden gebruikt.',
  },
  {
    more: 'and {n, plural, one {# other} other {# others}} (see the whole explanation)',
    'N08.same': 'At most {days, plural, one {# day} other {# days}}.',
    'N08.line': '{purpose}: at most {days, plural, one {# day} other {# days}}',
    'N08.until': 'Until: {criterion}.',
    'N10.native':
      'You can always object. We do not measure you while we decide. You need not prove anything. Your manager does not see it.',
    'N10.managed':
      'You can always object. We may not measure you while we decide. Your device leaves the list within 1 hour, and device management must then take it away. Without a list IT has 1 working day. You need not prove anything. Your manager does not see that you object.',
    'N10.vendor_api':
      'You can always object. We may not measure you while we decide. Your device leaves the list within 1 hour, and IT must then switch it off at the vendor. Without a list IT has 1 working day. You need not prove anything. Your manager does not see that you object.',
    'N10.attested':
      'You can always object. IT must then take you out of it within 1 working day, while we decide. You need not prove anything. Your manager does not see that you object.',
    N18: 'Is something wrong? You can lodge a complaint. The confidential adviser helps you.',
    'N16.measured': 'Recorded: {list}.',
    'N16.not': 'Not recorded: {list}.',
    'N16.how': 'How: {list}.',
    'N16.hours': 'Not outside working hours.',
    'N16.breaks': 'Not in breaks.',
    'N17.who': 'Who may look: {list}.',
    'N17.noAppraisal': 'It may not be used to appraise you, to punish you or to pay you less.',
    'N17.appraisal': 'Please note: it may be used in your appraisal.',
    'N17.nothingElse': 'It may not be used for anything else than the purpose.',
  },
);
export type SummaryKey = KeyOf<typeof summaryCatalogue>;
