export { inLanguage, type PdfAttachment, type PdfBlock, type PdfDocument, type PdfPart } from './document.js';
export { pdfOf } from './pdf.js';
