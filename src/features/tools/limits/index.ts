export { beyondText } from './beyond-words.js';
export { compiledTexts, limitKindText, limitText, protectedText } from './limit-words.js';
