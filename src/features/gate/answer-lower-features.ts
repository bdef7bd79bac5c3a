import { Injectable } from '@nestjs/common';
import type { Reason } from '../../kernel/problem.js';
import { type Act, type Dossier, unmetFor } from '../../policy/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Attachments, type AttachmentFacts, ChainCheck, type ChainAct } from '../consultation/index.js';
import { adviceShown, deviationsShown, risksShown } from '../assessments/index.js';
import { type Decision, noticeDraft, NoticeChainCheck, PlatformState } from '../notices/index.js';
import { attachedTexts } from './attached-texts.js';
import { platformIsActive } from './gate.repository.js';
import { agreementFiles, attachmentStates, type Gate, gateOf, processorKeys } from './read-gate.js';

/** What an act still lacks, each with the rules behind it and whose turn it is. */
const unmetReasons = (gate: Gate, act: Act): readonly Reason[] => {
  const unmet = unmetFor(act, gate.states, gate.chain);
  return gate.states
    .filter(({ id }) => unmet.includes(id))
    .map(({ id, failing, turn }) => ({ code: 'requirement.missing', requirement: id, rules: failing, turn: turn ?? undefined }));
};

/** What a notice says about who decided: nothing until the employer's decision stands. */
const decisionOf = ({ representation, dpia, dpoAdvice }: Dossier): Decision | null => {
  const { communicatedOn, effectiveOn } = representation?.final ?? {};
  if (!communicatedOn || !effectiveOn) return null;
  const granted = representation?.decision === 'granted' || representation?.decision === 'granted_with_conditions';
  return {
    consentedOn: granted ? (representation?.decidedOn ?? null) : null,
    decidedOn: communicatedOn,
    effectiveOn,
    conditions: granted ? (representation?.conditions ?? []).flatMap(({ text }) => text ?? []) : [],
    residualRisk: dpia?.done ? (dpia.residualRisk ?? null) : null,
    advice: dpoAdvice?.advice ?? null,
  };
};

/** Lower features ask the gate what stands in the way of an act; they never see the rest of the dossier. */
@Injectable()
export class GateChainCheck extends ChainCheck {
  override async unmetFor(tx: Tx, versionId: string, act: ChainAct, now: Date): Promise<readonly Reason[]> {
    return unmetReasons(await gateOf(tx, versionId, now), act);
  }
}

@Injectable()
export class GateNoticeChainCheck extends NoticeChainCheck {
  override async unmetFor(tx: Tx, versionId: string, now: Date): Promise<readonly Reason[]> {
    return unmetReasons(await gateOf(tx, versionId, now), 'publish_notice');
  }

  override async decisionOn(tx: Tx, versionId: string, now: Date): Promise<Decision | null> {
    const { dossier } = await gateOf(tx, versionId, now);
    return decisionOf(dossier);
  }
}

@Injectable()
export class GatePlatformState extends PlatformState {
  override active(tx: Tx): Promise<boolean> {
    return platformIsActive(tx);
  }
}

/** The papers that go with a request, as they stand at that moment. */
@Injectable()
export class GateAttachments extends Attachments {
  override async of(tx: Tx, versionId: string, now: Date): Promise<AttachmentFacts> {
    const gate = await gateOf(tx, versionId, now);
    const files = agreementFiles(gate.version);
    const deviations = await deviationsShown(tx, gate.version, gate.accepted);
    const deviation = deviations.at(-1)?.reason ?? null;
    const advice = await adviceShown(tx, gate.version, gate.accepted);
    const { content } = await noticeDraft(tx, gate.version);
    return {
      ...attachmentStates(gate.version, gate.dossier, gate.assessment),
      dossier: gate.dossier,
      texts: attachedTexts({ dossier: gate.dossier, risks: await risksShown(tx, gate.version, gate.accepted) }, advice, deviation, content),
      agreements: processorKeys(gate.version).map((key, at) => {
        const attached = files.find(({ item }) => item === key);
        return {
          processor: gate.dossier.processors?.[at]?.name ?? '',
          fileId: attached?.fileId ?? null,
          fileName: attached?.name ?? null,
          sha256: null,
        };
      }),
      advice,
      deviation,
    };
  }
}
