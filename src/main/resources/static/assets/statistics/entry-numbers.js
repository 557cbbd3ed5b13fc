// Numbers as people type and paste them, for totals that are shown at once; whether one is taken is decided by the server.
const form = document.getElementById('ent-form');
const ENGLISH = /^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:,\d{3}){2,}$/;
const VIETNAMESE = /^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/;
const GROUPED = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const PLAIN = /^\d+(?:[.,]\d+)?$/;
const DECIMALS = 6;

const bare = (text) => text.replace(/[\s\u00a0]/g, '').replace('−', '-');

/** "1234.5" for what was typed, '' for nothing, null where it is no number. */
function read(text) {
  const typed = bare(text);
  if (!typed) return '';
  const digits = typed.replace(/^-/, '');
  let plain = null;
  if (ENGLISH.test(digits)) plain = digits.replaceAll(',', '');
  else if (GROUPED.test(digits)) plain = digits.replaceAll('.', '').replace(',', '.');
  else if (PLAIN.test(digits)) plain = digits.replace(',', '.');
  if (plain === null) return null;
  const tidy = plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain.replace(/^0+(?=\d)/, '');
  return typed.startsWith('-') && tidy !== '0' ? `-${tidy}` : tidy;
}

/** "1.234,5" for "1234.5". */
function write(plain) {
  if (!plain) return '';
  const [whole, decimals] = plain.replace('-', '').split('.');
  return (plain.startsWith('-') ? '-' : '') + whole.replace(/\B(?=(?:\d{3})+$)/g, '.') + (decimals ? `,${decimals}` : '');
}

// Sums are exact, so that no total differs from the one the server computes.
function units(plain) {
  const [whole, decimals = ''] = plain.replace('-', '').split('.');
  const size = BigInt(whole + decimals.slice(0, DECIMALS).padEnd(DECIMALS, '0'));
  return plain.startsWith('-') ? -size : size;
}

/** The sum of plain numbers, '' of none. */
function sum(plains) {
  if (!plains.length) return '';
  const total = plains.map(units).reduce((one, other) => one + other);
  const size = (total < 0n ? -total : total).toString().padStart(DECIMALS + 1, '0');
  return read(`${total < 0n ? '-' : ''}${size.slice(0, -DECIMALS)},${size.slice(-DECIMALS)}`);
}

/** What was copied from a spreadsheet, as rows of cells. One number that can only be English makes the block English. */
function block(text) {
  const rows = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map((line) => line.split('\t').map((cell) => cell.trim()));
  const digits = rows.flat().map((cell) => bare(cell).replace(/^-/, ''));
  const english = digits.some((cell) => ENGLISH.test(cell)) && !digits.some((cell) => VIETNAMESE.test(cell));
  const number = /^-?[\d.,\s\u00a0]+$/;
  return english ? rows.map((row) => row.map((cell) => (number.test(cell) ? cell.replaceAll(',', '').replace('.', ',') : cell))) : rows;
}

form.numbers = {read, write, sum, block};
