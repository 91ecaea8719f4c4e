/** The style of the report that is taken along: it stands alone, on screen and on paper. */
export const REPORT_STYLE = `
:root { color-scheme: light; }
body { margin: 0; background: #faf6ec; color: #1c2935; font: 15px/1.5 'IBM Plex Sans', 'Segoe UI', system-ui, sans-serif; }
main { max-width: 860px; margin: 0 auto; padding: 32px 20px 60px; }
h1 { font-size: 24px; } h2 { margin-top: 32px; font-size: 18px; } h3 { margin: 18px 0 4px; font-size: 14px; }
p { margin: 6px 0; } ul { margin: 4px 0; padding-left: 20px; } li { margin: 4px 0; }
.score { font-size: 18px; } .dim { color: #535f6b; } .good { color: #17724a; } .bad { color: #b3261e; }
table { width: 100%; border-collapse: collapse; } th, td { padding: 4px 8px; border-bottom: 1px solid #d8cbb2; text-align: left; vertical-align: top; }
code, pre { font-family: 'IBM Plex Mono', ui-monospace, 'DejaVu Sans Mono', monospace; font-size: 13px; overflow-wrap: anywhere; }
pre { padding: 8px 12px; border: 1px solid #d8cbb2; background: #fff; white-space: pre-wrap; }
section { margin-top: 32px; padding-top: 8px; border-top: 2px solid #8d7f63; }
a { color: #80580c; }
@page { size: A4; margin: 18mm 16mm; }
@media print { body { background: #fff; font-size: 10.5pt; } main { max-width: none; padding: 0; } section { break-before: page; border: 0; } h2, h3 { break-after: avoid; } tr, li { break-inside: avoid; } }
`;
