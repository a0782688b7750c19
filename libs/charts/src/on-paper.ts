/** Light, whatever a screen may be: the colours that the kit's tokens have by day. */
export const paper = {
  paper: '#fbf9f4',
  ink: '#1b2430',
  inkSoft: '#525a64',
  rule: '#dfd8c9',
  edge: '#7d7a72',
  self: '#b45309',
  others: '#0b5f5a',
  lineManager: '#6d3a7b',
} as const;

const { ink, inkSoft, rule, edge, self, others, lineManager } = paper;

/**
 * Rules for the classes of every drawing, for a file or a document where no style sheet of a page reaches: `toSvgText(drawing, summary,
 * onPaper)`. Only class selectors and hexadecimal colours, which every renderer of SVG understands.
 */
export const onPaper = [
  `text{fill:${ink};font-family:'Atkinson Hyperlegible Next',sans-serif;font-size:15px}`,
  `.axis,.legend{fill:${inkSoft};font-size:13px}.code{fill:${inkSoft}}.number,.code-at{font-size:13px}`,
  `.grid,.rule{stroke:${rule}}.track{stroke:${edge}}.distance{stroke:${ink};stroke-width:2}`,
  `.self{fill:none;stroke:${self};stroke-width:3}.others{fill:${others};stroke:${paper.paper}}`,
  `.line-manager{fill:${lineManager};stroke:${paper.paper}}`,
  `.group{fill:${paper.paper};fill-opacity:0.5;stroke:${others};stroke-width:1.75}`,
  `.plot{fill:none;stroke:${edge}}.boundary{stroke:${edge};stroke-width:1.5}.equal{stroke:${edge};stroke-dasharray:4 4}`,
  `.apart{fill:${ink};stroke:${paper.paper}}.together{fill:${paper.paper};stroke:${ink};stroke-width:2}.lead{stroke:${edge}}`,
  `.heat,.bar{fill:${others}}`,
  `.run{fill:none;stroke-width:2}.run-self{stroke:${self};stroke-dasharray:5 3}.run-others{stroke:${others}}.run-line_manager{stroke:${lineManager};stroke-dasharray:1 3}`,
].join('');
