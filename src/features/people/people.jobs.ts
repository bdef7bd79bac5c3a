import { Injectable, OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import type { Json } from '../../kernel/canonical.js';
import { JobRegistry } from '../../platform/jobs/index.js';
import { TELL_FACT_CHANGE } from './fact-shifts.js';
import { FactTellingService } from './fact-telling.service.js';
import { RegisterService } from './register.service.js';
import { SignInService } from './sign-in.service.js';

const DAY_MS = 86_400_000;
const ago = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

const factOf = (payload: Json): { attribute: string; value: Json } | null => {
  if (payload === null || typeof payload !== 'object' || !('attribute' in payload) || typeof payload.attribute !== 'string') return null;
  return { attribute: payload.attribute, value: payload.value ?? null };
};

@Injectable()
export class PeopleJobs implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly register: RegisterService,
    private readonly telling: FactTellingService,
    private readonly signIns: SignInService,
  ) {}

  onModuleInit(): void {
    this.registry.add({
      name: TELL_FACT_CHANGE,
      run: async (payload) => {
        const fact = factOf(payload);
        if (fact) await this.telling.tell(fact.attribute, fact.value);
      },
    });
    this.registry.addRegular('5 * * * *', {
      name: 'people.end-leavers',
      run: async (_payload, now) => void (await this.register.endLeavers(SYSTEM, now)),
    });
    this.registry.addRegular('25 3 * * *', {
      name: 'people.forget',
      run: async (_payload, now) => {
        await this.register.forgetDrafts(ago(now, 1));
        await this.signIns.forget(ago(now, 1));
      },
    });
  }
}
