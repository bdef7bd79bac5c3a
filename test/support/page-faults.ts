import type { Language } from '../../src/kernel/actor.js';
import { Html } from './html.js';
import type { Answer } from './visitor.js';

/** What every page must have, whatever it says. */
export interface Expected {
  readonly language: Language;
  readonly signedIn: boolean;
  /** Names, addresses and staff numbers that no address may hold. */
  readonly personal: readonly string[];
}

const CSP: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'font-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'object-src': "'none'",
  'frame-ancestors': "'none'",
};

const HEADERS: Readonly<Record<string, RegExp>> = {
  'content-type': /^text\/html; charset=utf-8$/,
  'strict-transport-security': /^max-age=(31536000|[4-9]\d{7}|\d{9,})/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'cache-control': /^no-store$/,
  'permissions-policy': /camera=\(\).*microphone=\(\).*geolocation=\(\).*display-capture=\(\)/,
  'x-request-id': /^q_/,
};

const headerFaults = ({ headers }: Answer): string[] => {
  const policy = Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );
  return [
    ...Object.entries(CSP)
      .filter(([name, value]) => policy[name] !== value)
      .map(([name]) => `policy ${name}: ${policy[name] ?? 'absent'}`),
    ...Object.entries(HEADERS)
      .filter(([name, pattern]) => !pattern.test(headers.get(name) ?? ''))
      .map(([name]) => `header ${name}: ${headers.get(name) ?? 'absent'}`),
  ];
};

/** `dossier.heading` shows that a text was never written; `mail.voorbeeld.nl` and `verslag.pdf` are meant. */
const KEY = /^[a-z][a-zA-Z-]+(?:\.[a-z][a-zA-Z-]+)+$/;
const MEANT = /\.(nl|eu|com|org|net|test|example|pdf|csv|eml|json|md|txt|html)$/;
export const untranslated = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.split(/\s+/))
    .map((word) => word.replace(/^[("'‘“]+|[)"'’”.,:;!?]+$/g, ''))
    .filter((word) => KEY.test(word) && !MEANT.test(word));

const inlineFaults = (page: Html): string[] =>
  page.elements().flatMap(({ tag, attributes }) => [
    ...(tag === 'style' || 'style' in attributes ? [`inline style in ${tag}`] : []),
    ...(tag === 'script' && !attributes['src'] ? ['inline script'] : []),
    ...Object.keys(attributes)
      .filter((name) => /^on[a-z]+$/.test(name))
      .map((name) => `inline ${name} in ${tag}`),
  ]);

/** Pages that know no session have no token of one: nobody is signed in on them. */
const UNTRACED = /^\/report(?:[/?]|$)/;

const formFaults = (page: Html): string[] =>
  page
    .forms()
    .filter(({ method, fields }) => method === 'post' && !fields.some(({ name, value }) => name === '_csrf' && value !== ''))
    .map(({ action }) => `no token in the form to ${action}`);

const addressFaults = (page: Html, personal: readonly string[]): string[] => {
  const numbers = new Set(personal.filter((word) => /^\d+$/.test(word)));
  const words = personal.filter((word) => !numbers.has(word)).map((word) => word.toLowerCase());
  const addresses = [...page.all('a').map(({ attributes }) => attributes['href'] ?? ''), ...page.forms().map(({ action }) => action)];
  return [...new Set(addresses)]
    .filter((address) => !/^(mailto|tel):/.test(address))
    .filter((address) => {
      const read = decodeURIComponent(address.replace(/\+/g, ' ')).toLowerCase();
      const telling = words.some((word) => read.includes(word));
      return telling || read.split(/[/?&=#]/).some((part) => numbers.has(part));
    })
    .map((address) => `personal data in ${address}`);
};

/** Everything that is wrong with a page, a line for each fault. Empty is good. */
export const pageFaults = (answer: Answer, { language, signedIn, personal }: Expected): string[] => {
  const page = new Html(answer.html);
  const [html] = page.all('html');
  const h1s = page.all('h1').map(({ text }) => text);
  const titles = page.all('title').filter(({ text }) => text.trim() !== '');
  return [
    ...headerFaults(answer),
    ...(html?.attributes['lang'] === language ? [] : [`lang is ${html?.attributes['lang'] ?? 'absent'}`]),
    ...(titles.length > 0 ? [] : ['no title']),
    ...(h1s.length === 1 && h1s[0]?.trim() ? [] : [`${h1s.length} h1`]),
    ...inlineFaults(page),
    ...(signedIn && !UNTRACED.test(answer.path) ? formFaults(page) : []),
    ...addressFaults(page, personal),
    ...untranslated(page.texts()).map((key) => `untranslated ${key}`),
  ].map((fault) => `${answer.path}: ${fault}`);
};
