export const SESSION_COOKIE = '__Host-sid';
export const STEP_COOKIE = '__Host-step';
export const LANGUAGE_COOKIE = '__Host-lang';

const COMMON = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;
export const SESSION_OPTIONS = { ...COMMON, maxAge: 12 * 3600 };
export const STEP_OPTIONS = { ...COMMON, maxAge: 300 };
export const LANGUAGE_OPTIONS = { ...COMMON, maxAge: 365 * 86_400 };
export const GONE = COMMON;
