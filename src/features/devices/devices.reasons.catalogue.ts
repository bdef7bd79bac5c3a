import { registerReasons } from '../../platform/http/index.js';

/** What the refusals of device lists mean. */
const reasons = {
  'devices.role': {
    nl: 'Alleen een sleutel voor de rol IT haalt deze lijst op.',
    en: 'Only a key for the role IT fetches this list.',
  },
  'devices.grade': {
    nl: 'Dit volgsysteem werkt niet met een lijst van apparaten. Dat kan alleen als het beheer van apparaten of de leverancier het aan- en uitzet.',
    en: 'This tool does not work with a list of devices. That is only possible where device management or the vendor switches it on and off.',
  },
  'device.missing': { nl: 'Vul dit in.', en: 'Fill this in.' },
  'device.long': { nl: 'Dit is te lang.', en: 'This is too long.' },
  'device.control': { nl: 'Hier staan tekens in die niet kunnen.', en: 'This holds characters that cannot be used.' },
  'device.double': { nl: 'Dit apparaat staat er twee keer in.', en: 'This device is named twice.' },
  'device.unknown-number': {
    nl: 'Dit personeelsnummer kennen wij niet, of deze medewerker is weg.',
    en: 'This staff number is not known, or this person has left.',
  },
  'device.of-other': { nl: 'De lijst van HR geeft dit apparaat aan iemand anders.', en: 'HR’s list gives this device to somebody else.' },
  'device.listed': { nl: 'Dit apparaat staat er al.', en: 'This device is there already.' },
  'device.not-listed': { nl: 'Dit apparaat staat er niet.', en: 'This device is not there.' },
  'device.too-many': { nl: 'Zo worden het er meer dan 20.000.', en: 'This makes them more than 20,000.' },
};
registerReasons(reasons);
