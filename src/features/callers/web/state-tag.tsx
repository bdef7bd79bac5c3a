import { Tag } from '../../../platform/ui/index.js';

export interface StateProps {
  readonly kind: 'met' | 'warning' | 'blocked' | 'na' | 'later';
  readonly text: string;
}
export const StateTag = ({ kind, text }: StateProps) => <Tag kind={kind}>{text}</Tag>;
