/** What a product does to the people who use the device. */
export const PRODUCT_KINDS = ['screen', 'keys', 'activity', 'time', 'leaks', 'view', 'experience'] as const;
export type ProductKind = (typeof PRODUCT_KINDS)[number];

export interface KnownProduct {
  readonly code: string;
  readonly name: string;
  readonly publisher: string;
  readonly kind: ProductKind;
  /** Its name in an inventory begins a word with one of these, in small letters. */
  readonly names: readonly string[];
  /** And its publisher holds one of these, where the name alone is a common word. */
  readonly publishers?: readonly string[];
}

/**
 * Products that are sold to watch people at work, or that record them while they do something else. A name here says that the product exists, not that it
 * is used against anybody; a product that is not here may watch just as well.
 */
export const KNOWN_PRODUCTS: readonly KnownProduct[] = [
  { code: 'teramind', name: 'Teramind', publisher: 'Teramind', kind: 'screen', names: ['teramind'] },
  { code: 'activtrak', name: 'ActivTrak', publisher: 'Birch Grove Software', kind: 'activity', names: ['activtrak'] },
  {
    code: 'veriato',
    name: 'Veriato',
    publisher: 'Veriato (SpectorSoft)',
    kind: 'screen',
    names: ['veriato', 'spector 360', 'spectorsoft'],
  },
  { code: 'interguard', name: 'InterGuard', publisher: 'Awareness Technologies', kind: 'screen', names: ['interguard'] },
  { code: 'staffcop', name: 'StaffCop', publisher: 'Atom Security', kind: 'screen', names: ['staffcop'] },
  { code: 'kickidler', name: 'Kickidler', publisher: 'TeleLinkSoft', kind: 'screen', names: ['kickidler'] },
  { code: 'hubstaff', name: 'Hubstaff', publisher: 'Netsoft Holdings', kind: 'time', names: ['hubstaff'] },
  { code: 'time-doctor', name: 'Time Doctor', publisher: 'TimeDoctor.com', kind: 'time', names: ['time doctor', 'timedoctor'] },
  { code: 'desktime', name: 'DeskTime', publisher: 'DeskTime', kind: 'time', names: ['desktime'] },
  {
    code: 'insightful',
    name: 'Insightful (Workpuls)',
    publisher: 'Insightful',
    kind: 'activity',
    names: ['workpuls', 'insightful'],
    publishers: ['insightful', 'workpuls'],
  },
  { code: 'controlio', name: 'Controlio', publisher: 'Controlio', kind: 'screen', names: ['controlio'] },
  { code: 'monitask', name: 'Monitask', publisher: 'Monitask', kind: 'screen', names: ['monitask'] },
  { code: 'browsereporter', name: 'BrowseReporter', publisher: 'CurrentWare', kind: 'activity', names: ['browsereporter', 'currentware'] },
  {
    code: 'ekran',
    name: 'Ekran System (Syteca)',
    publisher: 'Ekran System',
    kind: 'screen',
    names: ['ekran system', 'ekransystem', 'syteca'],
  },
  { code: 'observeit', name: 'ObserveIT', publisher: 'Proofpoint', kind: 'leaks', names: ['observeit', 'proofpoint insider threat'] },
  { code: 'prodoscore', name: 'Prodoscore', publisher: 'Prodoscore', kind: 'activity', names: ['prodoscore'] },
  { code: 'sapience', name: 'Sapience', publisher: 'Sapience Analytics', kind: 'activity', names: ['sapience'], publishers: ['sapience'] },
  { code: 'imonitor', name: 'iMonitor EAM', publisher: 'iMonitor Software', kind: 'screen', names: ['imonitor eam', 'imonitorsoft'] },
  { code: 'sentrypc', name: 'SentryPC', publisher: 'SentryPC', kind: 'screen', names: ['sentrypc'] },
  { code: 'work-examiner', name: 'Work Examiner', publisher: 'EfficientLab', kind: 'screen', names: ['work examiner', 'workexaminer'] },
  { code: 'refog', name: 'REFOG Monitor', publisher: 'REFOG', kind: 'keys', names: ['refog'] },
  { code: 'spyrix', name: 'Spyrix', publisher: 'Spyrix', kind: 'keys', names: ['spyrix'] },
  { code: 'net-monitor', name: 'Net Monitor for Employees', publisher: 'EduIQ', kind: 'screen', names: ['net monitor for employees'] },
  { code: 'clevercontrol', name: 'CleverControl', publisher: 'CleverControl', kind: 'screen', names: ['clevercontrol'] },
  { code: 'worktime', name: 'WorkTime', publisher: 'NesterSoft', kind: 'activity', names: ['worktime'], publishers: ['nestersoft'] },
  { code: 'rescuetime', name: 'RescueTime', publisher: 'RescueTime', kind: 'activity', names: ['rescuetime'] },
  { code: 'manictime', name: 'ManicTime', publisher: 'Finkit', kind: 'activity', names: ['manictime'] },
  { code: 'toggl', name: 'Toggl Track', publisher: 'Toggl', kind: 'time', names: ['toggl'], publishers: ['toggl'] },
  { code: 'clockify', name: 'Clockify', publisher: 'CAKE.com', kind: 'time', names: ['clockify'] },
  { code: 'apploye', name: 'Apploye', publisher: 'Apploye', kind: 'time', names: ['apploye'] },
  { code: 'traqq', name: 'Traqq', publisher: 'Traqq', kind: 'time', names: ['traqq'] },
  { code: 'webwork', name: 'WebWork Tracker', publisher: 'WebWork', kind: 'time', names: ['webwork time tracker', 'webwork tracker'] },
  {
    code: 'worksmart',
    name: 'WorkSmart',
    publisher: 'Crossover',
    kind: 'screen',
    names: ['worksmart'],
    publishers: ['crossover', 'trilogy'],
  },
  {
    code: 'softactivity',
    name: 'SoftActivity Monitor',
    publisher: 'Deep Software',
    kind: 'screen',
    names: ['softactivity', 'activity monitor agent'],
  },
  { code: 'workcomposer', name: 'WorkComposer', publisher: 'WorkComposer', kind: 'time', names: ['workcomposer'] },
  { code: 'flexispy', name: 'FlexiSPY', publisher: 'FlexiSPY', kind: 'keys', names: ['flexispy'] },
  { code: 'mspy', name: 'mSpy', publisher: 'mSpy', kind: 'keys', names: ['mspy'] },
  { code: 'elite-keylogger', name: 'Elite Keylogger', publisher: 'WideStep', kind: 'keys', names: ['elite keylogger'] },
  { code: 'safetica', name: 'Safetica', publisher: 'Safetica', kind: 'leaks', names: ['safetica'] },
  { code: 'dtex', name: 'DTEX InTERCEPT', publisher: 'DTEX Systems', kind: 'leaks', names: ['dtex'], publishers: ['dtex'] },
  {
    code: 'forcepoint',
    name: 'Forcepoint Insider Threat',
    publisher: 'Forcepoint',
    kind: 'leaks',
    names: ['forcepoint insider', 'forcepoint dlp endpoint', 'forcepoint one endpoint'],
  },
  { code: 'incydr', name: 'Code42 Incydr', publisher: 'Code42', kind: 'leaks', names: ['code42', 'incydr'] },
  { code: 'cyberhaven', name: 'Cyberhaven', publisher: 'Cyberhaven', kind: 'leaks', names: ['cyberhaven'] },
  {
    code: 'verint',
    name: 'Verint Desktop and Process Analytics',
    publisher: 'Verint',
    kind: 'screen',
    names: ['verint'],
    publishers: ['verint'],
  },
  {
    code: 'nice',
    name: 'NICE Screen Recording',
    publisher: 'NICE',
    kind: 'screen',
    names: ['nice screen recording', 'nice screenagent', 'nice screen agent', 'nice desktop analytics', 'nice rta'],
  },
  {
    code: 'netsupport',
    name: 'NetSupport Manager',
    publisher: 'NetSupport',
    kind: 'view',
    names: ['netsupport manager', 'netsupport school'],
  },
  { code: 'impero', name: 'Impero', publisher: 'Impero Software', kind: 'view', names: ['impero'] },
  { code: 'lanschool', name: 'LanSchool', publisher: 'LanSchool Technologies', kind: 'view', names: ['lanschool'] },
  { code: 'nexthink', name: 'Nexthink Collector', publisher: 'Nexthink', kind: 'experience', names: ['nexthink'] },
  { code: 'aternity', name: 'Aternity Agent', publisher: 'Aternity', kind: 'experience', names: ['aternity'] },
  { code: 'controlup', name: 'ControlUp Agent', publisher: 'ControlUp', kind: 'experience', names: ['controlup agent', 'controlupagent'] },
];
