export type { PdfBlock, PdfDocument, PdfPart } from './document.js';
export { pdfOf } from './pdf.js';
