import { useUiText } from './page-context.js';

const groups = (value: string): string[] => value.match(/.{1,4}/gu) ?? [];
/** The name of the method stands before a fingerprint, as a word. */
const METHOD = /^sha-256:/;

const shown = (value: string, short: boolean): string => {
  const method = METHOD.exec(value)?.[0];
  const all = groups(value.replace(METHOD, ''));
  const part = short && all.length >= 6 ? [...all.slice(0, 4), '…', all.at(-1)] : all;
  return [...(method ? [method] : []), ...part].join(' ');
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
