import type { INestApplicationContext } from '@nestjs/common';
import { showDemoCodes } from './features/people/index.js';
import { ClosingService } from './features/dashboards/index.js';
import { insertSampleFigures } from './demo/sample-rows.repository.js';
import { addressOf, SAMPLE_PEOPLE } from './demo/sample-organisation.catalogue.js';
import { FoundOrganisation } from './demo/found-organisation.js';
import { SampleTools } from './demo/sample-tools.js';
import { Stage } from './demo/stage.js';
import { Timeline } from './demo/timeline.js';
import { type Config, ConfigToken } from './platform/config/index.js';
import { DemoClock } from './platform/config/demo-clock.js';
import { ClockToken } from './platform/http/index.js';
import { JobRegistry, runJobsOnce } from './platform/jobs/index.js';

export { decisionApiOf } from './demo/decision-api.js';
export { showDemoCodes };

export interface DemoPerson {
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly totp?: string;
}

const FOUNDED = 210;

/** Makes the sample organisation by the acts of its people, through the services that a real organisation uses. */
export const seedDemo = async (app: INestApplicationContext): Promise<DemoPerson[]> => {
  const clock = app.get<unknown>(ClockToken, { strict: false });
  if (!(clock instanceof DemoClock)) throw new Error('Expected: the clock of the demo. Found: another clock.');
  const stage = new Stage(app, clock);
  showDemoCodes();
  const timeline = new Timeline(clock, clock.now());
  const organisation = new FoundOrganisation(stage);
  timeline.on(FOUNDED, 'organisation', () => organisation.setUp());
  timeline.on(FOUNDED, 'organisation', () => organisation.hire('2020-01-01'));
  timeline.on(FOUNDED, 'organisation', () => organisation.appoint());
  timeline.on(FOUNDED, 'organisation', () => organisation.proposeSeats());
  timeline.on(FOUNDED, 'organisation', () => organisation.confirmSeats());
  timeline.on(FOUNDED, 'organisation', () => organisation.proposeRules());
  timeline.on(FOUNDED, 'organisation', () => organisation.confirmCouncilChange());
  timeline.on(FOUNDED, 'organisation', () => organisation.sayFacts());
  timeline.on(FOUNDED, 'organisation', () => organisation.openChannels());
  new SampleTools(stage, timeline).tell();
  const { databaseUrl } = app.get<Config>(ConfigToken, { strict: false });
  const registry = app.get(JobRegistry, { strict: false });
  await timeline.play(() => runJobsOnce({ databaseUrl, registry, clock }));
  await runJobsOnce({ databaseUrl, registry, clock });
  await app.get(ClosingService, { strict: false }).close(clock.now());
  await stage.write(insertSampleFigures);
  return SAMPLE_PEOPLE.map(({ name, roles }) => {
    const { password, totpSecret } = stage.person(name);
    return { role: roles[0]!, name, email: addressOf(name), password, ...(totpSecret ? { totp: totpSecret } : {}) };
  });
};
