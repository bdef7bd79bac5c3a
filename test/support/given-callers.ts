import { newId, newReference } from '../../src/kernel/ids.js';
import type { TestDatabase } from './database.js';
import { givenActivation } from './given-activation.js';
import { givenTool, type GivenTool } from './given-notices.js';

/** Calls of a municipality, recorded by sample for training and for calling back; key 9 keeps a caller out of it. */
export const RECORDED_CALLS: Readonly<Record<string, unknown>> = {
  'purposes[].code|training': 'training',
  'purposes[].description|training': 'Een coach luistert een gesprek terug met de medewerker',
  'purposes[].descriptionEn|training': 'A coach listens to a call together with the employee',
  'purposes[].subjects|training': ['employees', 'customers'],
  'purposes[].legalBasis|training': 'public_task',
  'purposes[].retention.criterion|training': 'Tot het volgende kwartaalgesprek is gehouden',
  'purposes[].retention.criterionEn|training': 'Until the next quarterly talk was held',
  'purposes[].retention.maxDays|training': 100,
  'purposes[].retention.autoDelete|training': true,
  'purposes[].code|callback_research': 'callback_research',
  'purposes[].description|callback_research': 'Wij vragen inwoners hoe het gesprek ging',
  'purposes[].subjects|callback_research': ['customers'],
  'purposes[].legalBasis|callback_research': 'public_task',
  'purposes[].retention.maxDays|callback_research': 30,
  'purposes[].optOut|callback_research': true,
  'purposes[].code|attendance': 'attendance',
  'purposes[].description|attendance': 'Zien of er genoeg mensen zijn',
  'purposes[].subjects|attendance': ['employees'],
  'tool.dataSubjects|': ['employees', 'customers'],
  'tool.dataCategories[].code|voice': 'voice',
  'tool.dataCategories[].purposes|voice': ['training'],
  'tool.dataCategories[].code|badge_event': 'badge_event',
  'tool.dataCategories[].purposes|badge_event': ['attendance'],
  'tool.recipients[].role|coach': 'coach',
  'tool.recipients[].personsMax|coach': 1,
  'processors[].name|p1': 'Opname BV',
  'processors[].country|p1': 'NL',
  'capture.sampling.rate|': 0.1,
  'capture.pause.live|': ['hold', 'mute'],
  'objectionHandling.optOut.available|': true,
  'notice.thirdParty.key|': '9',
  'notice.thirdParty.otherChannel|': 'langskomen aan het loket',
  'notice.thirdParty.otherChannelEn|': 'visit our desk',
  'notice.thirdParty.noCallback|': 'Zeg het aan het eind van het gesprek',
  'notice.thirdParty.noCallbackEn|': 'Say so at the end of the call',
};

interface Wishes {
  readonly units?: readonly string[];
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly on?: boolean;
  readonly ever?: boolean;
  readonly decided?: boolean;
}

/** A tool that records calls, on since 1 February 2026 by the employer's decision of 20 January, unless it is said otherwise. */
export const givenRecording = async (
  database: TestDatabase,
  { units = [], answers = {}, on = true, ever = on, decided = true }: Wishes = {},
): Promise<GivenTool> => {
  const tool = await givenTool(database, { units, answers: { ...RECORDED_CALLS, ...answers }, enforcement: 'attested' });
  const { toolId, versionId } = tool;
  const fingerprint = `sha-256:${versionId}`;
  await database.asOwner(
    `insert into capabilities (version_id, code, can, is_on, reach, answered_by, answered_role, answered_at)
     values ($1, 'calls_sampled', true, true, 'nobody', 'p_it', 'it_admin', '2026-01-01T00:00:00Z')`,
    [versionId],
  );
  if (decided)
    await database.asOwner(
      `insert into final_decisions (id, tool_id, version_id, fingerprint, kind, text, effective_on, takes_over, reference, decided_by, decided_at)
       values ($1, $2, $3, $4, 'introduction', 'Wij voeren het in.', '2026-02-01', '{}', $5, 'p_dir', '2026-01-20T10:00:00Z')`,
      [newId('d'), toolId, versionId, fingerprint, newReference()],
    );
  if (!ever) return tool;
  const activation = await givenActivation(database, tool, fingerprint);
  if (on) await database.asOwner(`insert into active_tools (tool_id, activation_id) values ($1, $2)`, [toolId, activation]);
  else
    await database.asOwner(
      `insert into activation_ends (activation_id, cause, reason, by_role, reference, at) values ($1, 'stopped', 'klaar', 'hr_registrar', $2, '2026-02-20T09:00:00Z')`,
      [activation, newReference()],
    );
  return tool;
};
