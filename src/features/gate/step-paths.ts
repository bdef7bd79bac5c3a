import type { Role } from '../../kernel/actor.js';
import type { RequirementId } from '../../policy/index.js';
import { advicePaths, assessmentPaths } from '../assessments/index.js';
import { consultationPaths } from '../consultation/index.js';
import { noticePaths } from '../notices/index.js';
import { objectionPaths } from '../objections/index.js';
import { toolPaths } from '../tools/index.js';
import { gatePaths } from './gate.paths.js';
import type { Gate } from './read-gate.js';

/** Who cannot record it reads the case instead. */
const casePath = (requestId: string, role: Role, officer: Role, ofOfficers: string): string =>
  role === officer || role === 'or_secretary' || role === 'pvt_contact' ? ofOfficers : consultationPaths.request(requestId);

/** Where somebody lets the approvals of the version before pass to this one. */
const carriagePath = ({ carriage, version }: Gate, role: Role): string | null => {
  const { toolId, number, id } = version;
  if (!carriage || carriage.isComplete) return null;
  if (role === 'privacy_officer' && !carriage.isStated) return assessmentPaths.stillHolds(toolId, number);
  if (role === 'dpo') return advicePaths.give(id);
  return role === 'or_chair' || role === 'or_secretary' ? toolPaths.diff(toolId, number, number - 1) : null;
};

/** The page on which a requirement is worked, for the role whose turn it is. */
export const stepPath = (id: RequirementId, gate: Gate, role: Role): string | null => {
  const { toolId, number, id: versionId } = gate.version;
  const requestId = gate.consultation.proofs.requestId;
  const it = role === 'tool_owner' || role === 'it_admin';
  if ((it && !gate.version.fixedAt) || (role === 'hr_registrar' && !gate.version.registeredAt)) return toolPaths.register(toolId, number);
  const carried = id === 'E3' ? carriagePath(gate, role) : null;
  if (carried) return carried;
  switch (id) {
    case 'E4':
      return it ? toolPaths.register(toolId, number) : assessmentPaths.overview(toolId, number);
    case 'E5':
      return role === 'dpo' ? advicePaths.give(versionId) : advicePaths.show(toolId, number);
    case 'E6':
      return role === 'dpo' ? advicePaths.give(versionId) : advicePaths.show(toolId, number);
    case 'E7':
      return consultationPaths.prepare(toolId, number);
    case 'E8':
      return requestId && casePath(requestId, role, 'or_secretary', consultationPaths.meeting(requestId));
    case 'E9':
      return requestId && casePath(requestId, role, 'or_chair', consultationPaths.decision(requestId));
    case 'E10':
      return consultationPaths.final(toolId, number);
    case 'E11':
      return noticePaths.draft(toolId, number);
    case 'E12':
      return role === 'it_admin' ? gatePaths.personOut(toolId) : objectionPaths.channels;
    default:
      return assessmentPaths.overview(toolId, number);
  }
};
