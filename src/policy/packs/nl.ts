import { ALL_RULES } from '../rules/all.js';
import type { Pack } from './packs.js';

/** The Netherlands: the GDPR and the AI Act, with the WOR, the UAVG, the Criminal Code and the AP's guidance. */
export const NL_PACK: Pack = { jurisdiction: 'NL', rules: ALL_RULES, languages: ['nl', 'en'] };
