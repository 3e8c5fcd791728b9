import { Html } from './html.js';
import { themeStyle } from './theme-style.js';

/** The house's manners on paper and screen: hairlines, tabular figures, a 4 px grid, one accent. */
export const reportStyle = new Html(`${themeStyle}
body { margin: 0; background: var(--background); color: var(--ink); font: 14px/20px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 1040px; margin: 0 auto; padding: 32px 16px 64px; }
h1 { font-size: 24px; line-height: 32px; font-weight: 600; margin: 0 0 4px; }
h2 { font-size: 16px; line-height: 24px; font-weight: 600; margin: 40px 0 8px; }
h3 { font-size: 14px; line-height: 20px; font-weight: 600; margin: 24px 0 4px; }
code { font: 13px/20px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
p, ul { margin: 0 0 8px; max-width: 72ch; }
.muted, dt, th { color: var(--muted); font-weight: 400; }
.scroll + .muted { margin-top: 8px; }
.scroll + .notice { margin-top: 16px; }
.notice { border-left: 2px solid var(--accent); padding-left: 12px; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); margin: 24px 0; border: 1px solid var(--hairline); border-width: 1px 0; }
.figures div { padding: 12px 16px 12px 0; }
.figures + p { margin-bottom: 24px; }
.figures dd { margin: 0; font-size: 20px; line-height: 28px; font-variant-numeric: tabular-nums; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(max(320px, 40%), 1fr)); gap: 32px 40px; }
figure { margin: 0; min-width: 0; }
figcaption { margin-bottom: 8px; }
figure + .scroll { margin-top: 16px; }
figcaption span { display: block; }
figure svg { display: block; max-width: 100%; height: auto; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 12px; border-bottom: 1px solid var(--hairline); text-align: left; vertical-align: top; }
th { vertical-align: bottom; }
.text { min-width: 104px; max-width: 280px; overflow-wrap: break-word; }
th:first-child, td:first-child { padding-left: 0; }
.number { text-align: right; }
td.number { white-space: nowrap; }
.prose { min-width: 168px; }
@media (max-width: 900px) {
  .figures { grid-template-columns: repeat(3, 1fr); }
}
@media (max-width: 480px) {
  .figures { grid-template-columns: repeat(2, 1fr); }
  .charts { grid-template-columns: minmax(0, 1fr); }
  section:not(.charts) > figure svg { min-width: 600px; }
  :is(th, td):first-child { position: sticky; left: 0; max-width: 128px; background: var(--background); }
  .cards thead { display: none; }
  .cards :is(tbody, tr, td) { display: block; }
  .cards tr { border-bottom: 1px solid var(--hairline); padding: 8px 0; }
  .cards td { display: grid; grid-template-columns: 104px 1fr; gap: 8px; max-width: none; padding: 0; border: 0; text-align: left; }
  .cards td::before { content: attr(data-head); color: var(--muted); }
}
@page { size: A4; margin: 16mm 14mm; }
@media print {
  body { font-size: 9pt; line-height: 12pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  main { max-width: none; padding: 0; }
  h2, h3, figcaption { break-after: avoid; }
  figure, tr, .notice, .figures, :not(.cards) > .scroll { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  .charts { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 16px 24px; }
  .figures { grid-template-columns: repeat(6, 1fr); }
  .figures dd { font-size: 13pt; }
  th, td { padding: 2px 6px; }
  .text { min-width: 0; }
  .text:first-child { min-width: 80px; }
  .prose { min-width: 0; width: 27%; }
}
`);
