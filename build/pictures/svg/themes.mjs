/**
 * What the 16 colours of a terminal are in a picture. Every ink that carries words has a contrast of
 * at least 4.5 to 1 with the paper.
 * @typedef {{ paper: string, edge: string, dots: string, text: string, dim: string, colours: readonly string[] }} Theme
 */

// Black, red, green, yellow, blue, magenta, cyan, white; then the bright ones.
function sixteen(ordinary, bright) {
  return [...ordinary.split(' '), ...bright.split(' ')];
}

/** @type {Theme} */
export const DARK = {
  paper: '#0d1117',
  edge: '#3d444d',
  dots: '#3d444d',
  text: '#e6edf3',
  dim: '#9198a1',
  colours: sixteen(
    '#8b949e #ff7b72 #3fb950 #d29922 #58a6ff #bc8cff #39c5cf #b1bac4',
    '#8b949e #ffa198 #56d364 #e3b341 #79c0ff #d2a8ff #56d4dd #f0f6fc',
  ),
};

/** @type {Theme} */
export const LIGHT = {
  paper: '#ffffff',
  edge: '#d1d9e0',
  dots: '#d1d9e0',
  text: '#1f2328',
  dim: '#59636e',
  colours: sixteen(
    '#24292f #cf222e #116329 #7d4e00 #0969da #8250df #136061 #59636e',
    '#57606a #a40e26 #1a7f37 #633c01 #0550ae #6639ba #0b6e75 #4b535d',
  ),
};
