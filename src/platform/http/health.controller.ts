import { Controller, Get } from '@nestjs/common';
import { Problem } from '../../kernel/problem.js';
import { Transactions } from '../database/index.js';
import { Allow } from './allow.js';

@Controller('health')
export class HealthController {
  constructor(private readonly transactions: Transactions) {}

  @Get('live')
  @Allow('agent')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Allow('agent')
  async ready(): Promise<{ status: string }> {
    try {
      await this.transactions.read((tx) => tx.query('select 1'));
    } catch {
      throw new Problem(503, 'service.not-ready');
    }
    return { status: 'ok' };
  }
}
