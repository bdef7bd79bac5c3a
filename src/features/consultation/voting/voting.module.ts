import { Module } from '@nestjs/common';
import { BallotsModule } from '../../ballots/index.js';
import { VotePages } from './vote.pages.js';
import { VotingJobs } from './voting.jobs.js';
import { VotingService } from './voting.service.js';

@Module({
  imports: [BallotsModule],
  controllers: [VotePages],
  providers: [VotingService, VotingJobs],
  exports: [VotingService],
})
export class VotingModule {}
