/** What a product can do, in HR's words, and what each capability brings into the dossier (one row of the list each). */
export interface Capability {
  readonly code: string;
  readonly category: string;
  /** Its step on the ladder of intrusiveness (0-9). */
  readonly step: number;
  /** Empty: as configured. */
  readonly modes: readonly string[];
  readonly contentLevel: 0 | 1 | 2;
  readonly sets: readonly CapabilityFact[];
  readonly specialCategory?: 'biometric_id' | 'health';
}
export type CapabilityFact = 'stores' | 'audio' | 'video' | 'location' | 'profiling' | 'behaviourDetection' | 'isAi' | 'inferredByAi';

export const CAPABILITIES = [
  { code: 'sign_in_times', step: 2, category: 'login_presence', modes: ['event_triggered'], contentLevel: 1, sets: [] },
  { code: 'hours_and_badges', step: 2, category: 'time_registration', modes: ['event_triggered'], contentLevel: 1, sets: [] },
  {
    code: 'biometric_badges',
    step: 2,
    category: 'biometric_access',
    modes: ['event_triggered'],
    contentLevel: 1,
    sets: [],
    specialCategory: 'biometric_id',
  },
  { code: 'input_counts', step: 3, category: 'input_activity_tracker', modes: ['continuous'], contentLevel: 1, sets: [] },
  { code: 'keystrokes', step: 7, category: 'keystroke_logger', modes: ['continuous'], contentLevel: 2, sets: [] },
  { code: 'screenshots', step: 6, category: 'screenshot', modes: ['event_triggered'], contentLevel: 2, sets: ['stores'] },
  { code: 'screen_recording', step: 7, category: 'screen_recording', modes: ['continuous'], contentLevel: 2, sets: ['stores'] },
  { code: 'webcam', step: 7, category: 'webcam', modes: [], contentLevel: 2, sets: ['video', 'stores'] },
  { code: 'microphone', step: 7, category: 'microphone', modes: [], contentLevel: 2, sets: ['audio'] },
  { code: 'calls_sampled', step: 4, category: 'call_recording', modes: ['sampled'], contentLevel: 2, sets: ['audio', 'stores'] },
  { code: 'calls_recorded', step: 5, category: 'call_recording', modes: ['continuous'], contentLevel: 2, sets: ['audio', 'stores'] },
  { code: 'calls_listened_in', step: 6, category: 'call_recording', modes: ['live_view'], contentLevel: 2, sets: ['audio'] },
  { code: 'mail_content', step: 5, category: 'email_internet', modes: ['continuous'], contentLevel: 2, sets: ['stores'] },
  { code: 'mail_metadata', step: 3, category: 'email_internet', modes: ['continuous'], contentLevel: 1, sets: ['stores'] },
  { code: 'security_metadata', step: 2, category: 'dlp_security', modes: ['event_triggered'], contentLevel: 1, sets: ['stores'] },
  { code: 'security_content', step: 4, category: 'dlp_security', modes: ['event_triggered'], contentLevel: 2, sets: ['stores'] },
  { code: 'place', step: 3, category: 'location', modes: ['continuous'], contentLevel: 1, sets: ['location'] },
  { code: 'site_cameras', step: 5, category: 'video_surveillance', modes: ['continuous'], contentLevel: 2, sets: ['video'] },
  { code: 'site_cameras_live', step: 6, category: 'video_surveillance', modes: ['live_view'], contentLevel: 2, sets: ['video'] },
  {
    code: 'behaviour_analysis',
    step: 5,
    category: 'behaviour_analytics',
    modes: ['continuous'],
    contentLevel: 2,
    sets: ['behaviourDetection'],
  },
  { code: 'scores', step: 3, category: 'productivity_score', modes: ['continuous'], contentLevel: 1, sets: ['profiling'] },
  {
    code: 'mood',
    step: 9,
    category: 'sensor',
    modes: ['continuous'],
    contentLevel: 2,
    sets: ['isAi', 'inferredByAi', 'behaviourDetection'],
  },
  { code: 'worn_sensor', step: 3, category: 'wearable', modes: ['continuous'], contentLevel: 1, sets: [], specialCategory: 'health' },
] as const satisfies readonly Capability[];
export type CapabilityCode = (typeof CAPABILITIES)[number]['code'];
