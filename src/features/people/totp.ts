import { Secret, TOTP } from 'otpauth';

const PERIOD_MS = 30_000;
const ISSUER = 'Countersign';

const totpOf = (secret: string, label = ISSUER): TOTP =>
  new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret), period: 30, digits: 6 });

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;
export const totpUri = (secret: string, organisation: string): string => totpOf(secret, organisation).toString();

export const stepAt = (now: Date): number => Math.floor(now.getTime() / PERIOD_MS);
export const codeAt = (secret: string, step: number): string => totpOf(secret).generate({ timestamp: step * PERIOD_MS });

let demo = false;
/** The demo, and only the demo, shows the code that a telephone would show, and takes as many in a row as somebody clicks. */
export const showDemoCodes = (): void => {
  demo = true;
};

/** Steps whose code is accepted: now and one to either side, none that was used before. */
const acceptable = (now: Date, lastStep: number | null): number[] => {
  const step = stepAt(now);
  const steps = [step - 1, step, step + 1].filter((candidate) => lastStep === null || candidate > lastStep);
  return demo && lastStep !== null && steps.length === 0 ? [lastStep + 1] : steps;
};

/** The step that a typed code belongs to, or null. The caller stores it: each code counts once. */
export const stepOfCode = (secret: string, typed: string, now: Date, lastStep: number | null): number | null => {
  const token = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  return (
    acceptable(now, lastStep).find((step) => totpOf(secret).validate({ token, timestamp: step * PERIOD_MS, window: 0 }) !== null) ?? null
  );
};

/** In the demo the next code that will be accepted, to fill in beforehand; null everywhere else. */
export const demoCode = (secret: string, now: Date, lastStep: number | null): string | null => {
  if (!demo) return null;
  const steps = acceptable(now, lastStep);
  return codeAt(secret, steps.find((step) => step >= stepAt(now)) ?? steps[0]!);
};
