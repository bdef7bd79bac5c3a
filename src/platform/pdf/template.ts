/**
 * The one template of every paper. What is printed comes in as JSON through `sys.inputs`, as strings only.
 * The fonts are those that the compiler carries itself: the same on every machine, and no network.
 */
export const TEMPLATE = `
#let paper = json(bytes(sys.inputs.paper))
#let foot-words = (
  nl: (page: "Pagina", of: "van", code: "Controlecode", reference: "Kenmerk", dossier: "Dossier", version: "versie"),
  en: (page: "Page", of: "of", code: "Fingerprint", reference: "Reference", dossier: "Dossier", version: "version"),
)
#let words = foot-words.at(paper.language)
#set document(title: paper.title, author: "Countersign", date: none)
#set text(font: ("Libertinus Serif", "DejaVu Sans Mono", "New Computer Modern"), size: 11pt, lang: paper.at("textLanguage", default: paper.language))
#set par(leading: 0.62em, spacing: 0.95em)
#set list(spacing: 0.6em)
#set table(stroke: 0.5pt + luma(120), inset: 5pt)
#show heading: set block(above: 1.3em, below: 0.7em)
#show title: set text(size: 18pt)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.where(kind: table): set align(left)
#show figure.where(kind: table): set block(breakable: true)
#set figure(numbering: none, supplement: none)
#set page(paper: "a4", margin: (x: 22mm, top: 20mm, bottom: 24mm), footer: context {
  set text(size: 8pt)
  set par(leading: 0.5em)
  if "dossier" in paper [#words.dossier: #paper.dossier.name, #words.version #paper.dossier.number \\ ]
  if "fingerprint" in paper [#words.code: #paper.fingerprint \\ ]
  if "reference" in paper [#words.reference: #paper.reference #h(1em)]
  [#words.page #counter(page).display() #words.of #counter(page).final().first()]
})
#let show-block(b) = {
  if b.kind == "heading" { heading(level: b.level, outlined: true, text(b.text)) }
  if b.kind == "text" { for line in b.text.split("\\n").filter(line => line.trim() != "") { par(text(line)) } }
  if b.kind == "list" { list(..b.items.map(item => text(item))) }
  if b.kind == "facts" { terms(separator: [: ], ..b.rows.map(row => terms.item(text(row.at(0)), text(row.at(1))))) }
  if b.kind == "notice" { block(width: 100%, stroke: (left: 3pt + black), inset: (left: 10pt, y: 4pt), strong(text(b.text))) }
  if b.kind == "address" { block(below: 1.6em, b.lines.map(line => text(line)).join(linebreak())) }
  if b.kind == "code" { block(stroke: 0.5pt + luma(120), inset: 8pt)[#text(b.label): #text(font: "DejaVu Sans Mono", size: 13pt, b.value)] }
  if b.kind == "signature" { for line in b.lines { block(above: 2.2em, below: 0.4em)[#text(line): #box(width: 1fr, stroke: (bottom: 0.5pt + black))] } }
  if b.kind == "table" {
    figure(kind: table, caption: text(b.caption), table(
      columns: (1fr,) * b.head.len(), align: left,
      table.header(..b.head.map(cell => strong(text(cell)))),
      ..b.rows.flatten().map(cell => text(cell)),
    ))
  }
}
#title()
#for b in paper.blocks { show-block(b) }
#for a in paper.at("attachments", default: ()) { pdf.attach("/" + a.name, description: a.description, mime-type: a.type, relationship: "supplement") }
`;
