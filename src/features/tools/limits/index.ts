export { beyondText } from './beyond-words.js';
export { type LimitChoice, type LimitChoices, limitChoices } from './limit-choices.js';
export { limitErrorPart, LimitFields, type LimitPart } from './limit-fields.js';
export { compiledTexts, limitKindText, limitText, protectedText } from './limit-words.js';
export { limitTypedIn } from './typed-fields.js';
