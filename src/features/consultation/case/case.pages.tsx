import { Get, Param } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { Allow, PageController, Who } from '../../../platform/http/index.js';
import { consultationPaths } from '../consultation.paths.js';
import { CasePage } from '../web/case-page.js';
import type { CaseTab } from './case-tabs.js';
import { CaseService, type Returned } from './case.service.js';
import { ownSteps } from './own-steps.js';

const path = (tab: CaseTab): string => consultationPaths.casePage(':id', tab);

/** The page of a case with this tab; a form on it that came back shows what was wrong. */
export const casePage = async (cases: CaseService, actor: Actor, requestId: string, tab: CaseTab, returned?: Returned): Promise<VNode> => {
  const { seen, parts } = await cases.open(actor, requestId, tab, returned);
  return <CasePage seen={seen} tab={tab} parts={parts} steps={ownSteps(seen)} />;
};

@PageController()
export class CasePages {
  constructor(private readonly cases: CaseService) {}

  @Get(path('summary'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director', 'hr_registrar', 'dpo', 'privacy_officer')
  summary(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return casePage(this.cases, actor, id, 'summary');
  }

  @Get(path('papers'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director', 'hr_registrar', 'dpo', 'privacy_officer')
  papers(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return casePage(this.cases, actor, id, 'papers');
  }

  @Get(path('questions'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director', 'hr_registrar', 'dpo', 'privacy_officer')
  questions(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return casePage(this.cases, actor, id, 'questions');
  }

  @Get(path('meetings'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director', 'hr_registrar', 'dpo', 'privacy_officer')
  meetings(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return casePage(this.cases, actor, id, 'meetings');
  }

  @Get(path('decisions'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director', 'hr_registrar', 'dpo', 'privacy_officer')
  decisions(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return casePage(this.cases, actor, id, 'decisions');
  }

  @Get(path('timeline'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director', 'hr_registrar', 'dpo', 'privacy_officer')
  timeline(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return casePage(this.cases, actor, id, 'timeline');
  }
}
