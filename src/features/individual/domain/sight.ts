import { type Actor, isCouncil } from '../../../kernel/actor.js';
import type { Stage } from './course.js';

export interface Seen {
  readonly personId: string;
  readonly askedBy: string;
  readonly openedBy: string | null;
}

/** Whether this reader may know whom it is about. Never the person: whoever is looked at is told afterwards, by a message of its own. */
export const seesView = (view: Seen, stage: Stage, actor: Actor, isSecond: boolean): boolean => {
  if (actor.personId === null || actor.personId === view.personId) return false;
  if (actor.role === 'privacy_officer' || actor.role === 'dpo') return true;
  return isCouncil(actor) && ((isSecond && stage === 'waiting') || view.openedBy === actor.personId);
};

export interface May {
  readonly open: boolean;
  readonly end: boolean;
  readonly look: boolean;
  readonly tell: boolean;
}

/** What a reader who sees it may do. Whoever asked never opens it, and only who asked looks. */
export const mayDo = (view: Seen, stage: Stage, actor: Actor, isSecond: boolean): May => {
  const asked = actor.role === 'privacy_officer' && actor.personId === view.askedBy;
  return {
    open: stage === 'waiting' && isCouncil(actor) && isSecond && actor.personId !== view.askedBy,
    end: (stage === 'waiting' || stage === 'open') && (asked || actor.role === 'dpo'),
    look: stage === 'open' && asked,
    tell: stage === 'over' && actor.role === 'privacy_officer',
  };
};
