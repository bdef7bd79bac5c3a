/** A page as somebody without scripts gets it. Our pages are rendered, so their markup is regular. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text inside, white space as it stands. */
  readonly text: string;
}

export interface FormField {
  readonly name: string;
  readonly tag: 'input' | 'textarea' | 'select' | 'button';
  readonly type: string;
  /** What it holds now, or would send when chosen. */
  readonly value: string;
  readonly checked: boolean;
  readonly options: readonly string[];
}

export interface PageForm {
  readonly action: string;
  readonly method: string;
  readonly multipart: boolean;
  /** The last button, which does what the form is for, adds no field of its own. */
  readonly endsPlainly: boolean;
  readonly fields: readonly FormField[];
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ', '&amp;': '&' };
export const plain = (text: string): string => text.replace(/&(?:lt|gt|quot|nbsp|amp|#39);/g, (entity) => ENTITIES[entity] ?? entity);

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'path', 'source', 'track', 'wbr']);
const TOKEN = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|<!doctype[^>]*>|([^<]+)/gi;

const attributesOf = (source: string): Record<string, string> =>
  Object.fromEntries(
    [...source.matchAll(/([^\s=>/]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name.toLowerCase(), plain(value)]),
  );

interface Node {
  readonly tag: string;
  readonly attributes: Record<string, string>;
  readonly children: (Node | string)[];
}

const treeOf = (html: string): Node => {
  const root: Node = { tag: '', attributes: {}, children: [] };
  const stack: Node[] = [root];
  for (const [, closing, name, attributes = '', closed, text] of html.matchAll(TOKEN)) {
    const top = stack[stack.length - 1] ?? root;
    if (text !== undefined) top.children.push(plain(text));
    if (name === undefined) continue;
    const tag = name.toLowerCase();
    if (closing) {
      const at = stack.findLastIndex((node) => node.tag === tag);
      if (at > 0) stack.length = at;
      continue;
    }
    const node: Node = { tag, attributes: attributesOf(attributes), children: [] };
    top.children.push(node);
    if (!closed && !VOID.has(tag)) stack.push(node);
  }
  return root;
};

const under = (node: Node): Node[] => node.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...under(child)]));
const textOf = (node: Node): string => node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
const UNREAD = new Set(['head', 'script', 'style', 'template', 'code']);
const visibleTexts = (node: Node): string[] =>
  UNREAD.has(node.tag) ? [] : node.children.flatMap((child) => (typeof child === 'string' ? [child] : visibleTexts(child)));

const fieldOf = (node: Node): FormField => {
  const { name = '', value = '', type } = node.attributes;
  const options = under(node).filter(({ tag }) => tag === 'option');
  const chosen = options.find(({ attributes }) => 'selected' in attributes) ?? options[0];
  const tag = node.tag as FormField['tag'];
  const held = tag === 'textarea' ? textOf(node) : tag === 'select' ? (chosen?.attributes['value'] ?? '') : value;
  return {
    name,
    tag,
    type: tag === 'input' ? (type ?? 'text') : tag,
    value: held,
    checked: 'checked' in node.attributes,
    options: options.map(({ attributes }) => attributes['value'] ?? ''),
  };
};

const formOf = (node: Node): PageForm => ({
  action: node.attributes['action'] ?? '',
  method: (node.attributes['method'] ?? 'get').toLowerCase(),
  multipart: node.attributes['enctype'] === 'multipart/form-data',
  endsPlainly: !('name' in (under(node).findLast(({ tag }) => tag === 'button')?.attributes ?? {})),
  fields: under(node)
    .filter(({ tag, attributes }) => ['input', 'textarea', 'select', 'button'].includes(tag) && 'name' in attributes)
    .map(fieldOf),
});

export class Html {
  private readonly nodes: readonly Node[];
  private readonly root: Node;

  constructor(readonly source: string) {
    this.root = treeOf(source);
    this.nodes = under(this.root);
  }

  all(tag: string): Element[] {
    return this.nodes.filter((node) => node.tag === tag).map((node) => ({ tag, attributes: node.attributes, text: textOf(node) }));
  }

  elements(): readonly { readonly tag: string; readonly attributes: Readonly<Record<string, string>> }[] {
    return this.nodes;
  }

  forms(): PageForm[] {
    return this.nodes.filter(({ tag }) => tag === 'form').map(formOf);
  }

  /** Each run of text that a reader sees, but for codes. */
  texts(): string[] {
    return visibleTexts(this.root)
      .map((text) => text.trim())
      .filter(Boolean);
  }
}
