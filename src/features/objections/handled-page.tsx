import type { VNode } from 'preact';
import type { FieldError } from '../../platform/ui/index.js';
import type { HandledView } from './reading.service.js';
import { HandlerPage } from './web/handler-pages.js';

/** One objection as its handler sees it, with what was typed and what is wrong with it. */
export const handledPage = (view: HandledView, typed?: Record<string, string>, errors?: readonly FieldError[]): VNode => {
  const { objection } = view;
  return (
    <HandlerPage
      id={objection.id}
      reference={objection.reference}
      toolName={objection.toolName}
      personName={view.personName}
      representative={view.representative}
      byAdviser={objection.lodgedBy !== null}
      lodgedAt={objection.lodgedAt}
      situation={objection.situation}
      state={view.state}
      acts={view.acts}
      duties={view.duties}
      hasDpo={view.hasDpo}
      canBeMailed={view.canBeMailed}
      hasDecision={view.decision !== null}
      identity={view.identity}
      typed={typed}
      errors={errors}
    />
  );
};
