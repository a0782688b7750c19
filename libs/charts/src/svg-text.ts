import type { Drawing, Shape } from './drawing';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 has no place for control characters other than tab and line ends, not even escaped. */
const escaped = (raw: string): string =>
  raw.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd').replaceAll(/[&<>"]/g, (one) => entities[one] ?? one);

const attributes = (values: Shape['attributes']): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');

const element = ({ tag, attributes: values, text }: Shape): string =>
  text === undefined ? `<${tag}${attributes(values)}/>` : `<${tag}${attributes(values)}>${escaped(text)}</${tag}>`;

/**
 * The drawing as a file of its own.
 *
 * @param summary alternative text, read out in place of the picture
 * @param style rules for the drawing's classes, written by us: not escaped as text, so never put a person's words here
 */
export const toSvgText = (drawing: Drawing, summary: string, style = ''): string => {
  const { width, height, shapes } = drawing;
  const frame = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-label': summary,
  };
  return `<svg${attributes(frame)}>${style && `<style>${style}</style>`}${shapes.map(element).join('')}</svg>`;
};
