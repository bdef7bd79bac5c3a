import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../../platform/jobs/index.js';
import { onRosterReset } from '../../council/index.js';
import { VotingService } from './voting.service.js';

@Injectable()
export class VotingJobs implements OnModuleInit, OnApplicationShutdown {
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly registry: JobRegistry,
    private readonly voting: VotingService,
  ) {}

  onModuleInit(): void {
    this.registry.addRegular('* * * * *', { name: 'ballots.sweep', run: () => this.voting.sweep() });
    this.stopListening = onRosterReset((tx, now) => this.voting.repeatOpen(tx, now));
  }

  onApplicationShutdown(): void {
    this.stopListening();
  }
}
