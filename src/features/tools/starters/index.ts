import { CALL_RECORDING_SAMPLING, MUNICIPAL_CALL_RECORDING, RECORDING_ON_HOLD } from './call-recording.catalogue.js';
import { SELF_CHECKOUT_LIVE, SMART_CAMERAS } from './cameras.catalogue.js';
import { HOME_LOGIN, HOME_SCREENSHOTS, MOOD_HEADSET } from './home-work.catalogue.js';
import { ACCESS_BADGES, CASE_SYSTEM_LOGGING, OFFICE_SUITE_LOGS, PHONE_STATISTICS, VPN_ENDPOINT_SECURITY } from './municipal.catalogue.js';
import { COUNTERSIGN } from './platform.catalogue.js';
import type { Starter } from './starter.js';

export { COUNTERSIGN };

/** In the order in which they are offered; the last is dossier number 1, made at set-up and not offered again. */
export const STARTERS: readonly Starter[] = [
  HOME_LOGIN,
  OFFICE_SUITE_LOGS,
  PHONE_STATISTICS,
  CASE_SYSTEM_LOGGING,
  VPN_ENDPOINT_SECURITY,
  ACCESS_BADGES,
  CALL_RECORDING_SAMPLING,
  RECORDING_ON_HOLD,
  MUNICIPAL_CALL_RECORDING,
  HOME_SCREENSHOTS,
  SELF_CHECKOUT_LIVE,
  SMART_CAMERAS,
  MOOD_HEADSET,
  COUNTERSIGN,
];

export const OFFERED: readonly Starter[] = STARTERS.filter((starter) => starter !== COUNTERSIGN);

export const starterOf = (code: string | null): Starter | undefined => STARTERS.find((starter) => starter.code === code);
