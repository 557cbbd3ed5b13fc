// Draws the tables of an indicator: the series with the lines of its targets, and the map. Without it the tables say the same.
const INK = '#1d2433', MUTED = '#5b6577', BRAND = '#5b3fa0', WOMEN = '#7a4fc9', MEN = '#0b7373', NONE = '#e3e7ee';
// Light to dark in one hue: told apart in grey and by people who see colours otherwise.
const CLASSES = ['#f1eef6', '#d0c4e8', '#a58fd1', '#7657b3', '#43237f'];
const DASHES = [[6, 4], [2, 3], [10, 3], [10, 3, 2, 3]];
const format = new Intl.NumberFormat(document.documentElement.lang === 'vi' ? 'vi-VN' : 'en', { maximumFractionDigits: 1 });
const font = { fontFamily: getComputedStyle(document.body).fontFamily, color: INK };

const number = (text) => text === undefined || text === '' ? null : Number(text);
const rows = (name, what) => [...document.querySelectorAll(`[data-table="${name}"] ${what}`)].map((row) => row.dataset);

function library(address) {
  return new Promise((loaded, failed) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = loaded;
    script.onerror = failed;
    document.head.append(script);
  });
}

// A chart in its figure, as wide as that is, with a button that saves it as a picture.
function chart(figure, option) {
  figure.hidden = false;
  const drawn = window.echarts.init(figure.querySelector('[data-canvas]'), null, { renderer: 'canvas' });
  drawn.setOption({ animation: false, aria: { enabled: true }, textStyle: font, ...option });
  new ResizeObserver(() => drawn.resize()).observe(figure);
  figure.querySelector('[data-picture]').addEventListener('click', (click) => {
    const link = document.createElement('a');
    link.download = click.currentTarget.dataset.name;
    link.href = drawn.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: '#fff' });
    link.click();
  });
}

// What is aimed at, drawn as a line up to the year that it is due in.
function aims(years) {
  const lines = new Map();
  for (const aim of rows('targets', '[data-aim]')) {
    lines.set(aim.name, [...(lines.get(aim.name) ?? []), aim]);
  }
  return [...lines].map(([name, all], at) => ({
    name, type: 'line', step: 'end', symbol: 'none', color: MUTED,
    lineStyle: { type: DASHES[at % DASHES.length], width: 1.5 },
    data: years.map((year) => {
      const dated = all.filter((aim) => aim.by && Number(aim.by) >= year).sort((one, other) => one.by - other.by)[0];
      return number((dated ?? all.find((aim) => !aim.by))?.aim);
    }),
  })).filter((line) => line.data.some((value) => value !== null));
}

function series(figure) {
  const points = rows('series', 'tbody tr');
  const told = figure.dataset;
  const line = (key, color, symbol) => ({
    name: told[key], type: 'line', color, symbol, symbolSize: 8, lineStyle: { width: key === 'all' ? 3 : 2 },
    data: points.map((point) => number(point[key])),
  });
  const known = [line('all', BRAND, 'circle'), line('women', WOMEN, 'triangle'), line('men', MEN, 'rect')]
    .filter((one) => one.data.some((value) => value !== null));
  chart(figure, {
    legend: { top: 0, textStyle: { color: INK } },
    grid: { left: 8, right: 16, top: 56, bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: (value) => value == null ? '–' : format.format(value) },
    xAxis: { type: 'category', data: points.map((point) => point.label), axisLabel: { color: MUTED } },
    yAxis: { type: 'value', scale: true, name: told.unit, nameTextStyle: { align: 'left', color: MUTED }, axisLabel: { color: MUTED, formatter: (value) => format.format(value) } },
    series: [...known, ...aims(points.map((point) => Number(point.year)))],
  });
}

// Five classes with as many units in each; fewer where values are equal.
function classes(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const edges = [...new Set(CLASSES.map((colour, at) => sorted[Math.floor(at * sorted.length / CLASSES.length)]))];
  const last = edges.length - 1;
  return edges.map((from, at) => ({
    gte: from,
    ...(at < last ? { lt: edges[at + 1] } : { lte: sorted.at(-1) }),
    color: CLASSES[last === 0 ? 2 : Math.round(at * (CLASSES.length - 1) / last)],
    label: `${format.format(from)} – ${at < last ? '< ' : ''}${format.format(at < last ? edges[at + 1] : sorted.at(-1))}`,
  }));
}

async function map(figure) {
  const answer = await fetch(figure.dataset.outlines);
  if (!answer.ok) {
    return;
  }
  window.echarts.registerMap('units', await answer.json());
  const units = new Map(rows('below', 'tbody tr[data-code]').map((row) => [row.code, row]));
  const data = [...units].filter(([, row]) => number(row.value) !== null).map(([code, row]) => ({ name: code, value: number(row.value) }));
  const told = (code) => {
    const row = units.get(code);
    return row === undefined ? figure.dataset.none : `${row.name}: ${row.value ? row.shown : figure.dataset.none}`;
  };
  chart(figure, {
    tooltip: { renderMode: 'richText', formatter: (area) => told(area.name) },
    visualMap: { show: data.length > 0, type: 'piecewise', left: 0, bottom: 0, textStyle: { color: INK }, pieces: data.length ? classes(data.map((one) => one.value)) : [], outOfRange: { color: NONE } },
    series: [{
      type: 'map', map: 'units', nameProperty: 'code', roam: true, data, selectedMode: false,
      itemStyle: { areaColor: NONE, borderColor: '#858e9c', borderWidth: 0.6 },
      label: { show: false },
      emphasis: { label: { show: false }, itemStyle: { areaColor: '#f3b45a' } },
    }],
  });
}

const figures = [...document.querySelectorAll('figure[data-chart]')];
if (figures.length) {
  await library(document.querySelector('script[data-echarts]').dataset.echarts);
  for (const figure of figures) {
    await (figure.dataset.chart === 'map' ? map(figure) : series(figure));
  }
}
