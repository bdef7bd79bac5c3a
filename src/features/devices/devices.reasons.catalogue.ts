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
};
registerReasons(reasons);
