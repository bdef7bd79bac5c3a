import { useUiText } from './page-context.js';

const groups = (value: string): string[] => value.match(/.{1,4}/gu) ?? [];

const shown = (value: string, short: boolean): string => {
  const all = groups(value);
  if (!short || all.length < 6) return all.join(' ');
  return `${all.slice(0, 4).join(' ')} … ${all.at(-1)}`;
};

export interface CodeProps {
  readonly value: string;
  /** The first groups and the last one. */
  readonly short?: boolean;
  /** As it is: a refusal code or a word, not a fingerprint. */
  readonly plain?: boolean;
  /** Big, for a code that a person must copy by hand. */
  readonly large?: boolean;
  readonly copy?: boolean;
}
export const Code = ({ value, short = false, plain, large, copy }: CodeProps) => {
  const t = useUiText();
  const attributes = copy ? { 'data-copy': value, 'data-copy-label': t('copy.button'), 'data-copy-done': t('copy.done') } : {};
  return (
    <code class={large ? 'cs-code cs-code--large' : 'cs-code'} {...attributes}>
      {plain ? value : shown(value, short)}
    </code>
  );
};
