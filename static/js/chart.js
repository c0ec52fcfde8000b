/* Draws <figure data-chart="line|bar"><div class="chart"></div><table>…</table></figure> from its own table: the first column holds
   the labels, every column whose head carries `data-series` a series (all of them where none does). The table stays for those who read
   it. `data-reverse`: the newest row comes first; `data-open`: the last point is not finished; `data-unit` stands behind the numbers.
   Series differ by line, mark and pattern as well as by colour. Needs vendor/echarts.js. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const style = getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue(name).trim();
  const DASHES = ["solid", "dashed", "dotted", [10, 3, 2, 3], [4, 2], [14, 4]];
  const MARKS = ["circle", "rect", "triangle", "diamond", "emptyCircle", "emptyRect"];
  const number = (cell) => {
    const text = cell.dataset.value ?? cell.textContent.replace(/[\s\u2009%]/g, "");
    return text === "" || text === "—" ? null : Number(text);
  };

  const line = (index, data, isOpen) => ({
    type: "line",
    symbol: MARKS[index % MARKS.length],
    symbolSize: 7,
    lineStyle: { type: DASHES[index % DASHES.length], width: 2 },
    data: data.map((value, place) => (isOpen && place === data.length - 1 ? { value, symbol: "emptyCircle", symbolSize: 11 } : value)),
  });
  const bar = (_index, data) => ({ type: "bar", barMaxWidth: 28, data });

  document.querySelectorAll("figure[data-chart]").forEach((figure) => {
    const table = figure.querySelector("table");
    const heads = [...table.tHead.rows[0].cells];
    const marked = heads.map((cell, place) => ({ name: cell.textContent.trim(), place, drawn: "series" in cell.dataset }));
    const columns = marked.slice(1).filter((column) => column.drawn || !marked.some((one) => one.drawn));
    const rows = [...table.tBodies[0].rows];
    if ("reverse" in figure.dataset) rows.reverse();
    const unit = figure.dataset.unit || "";
    const draw = figure.dataset.chart === "bar" ? bar : line;
    const place = figure.querySelector(".chart");
    place.classList.add("is-drawn");
    const chart = window.echarts.init(place, null, { renderer: "canvas", locale: "ZH" });
    const text = { fontFamily: getComputedStyle(document.body).fontFamily, color: token("--ink-soft") };
    chart.setOption({
      animation: false,
      aria: { enabled: true, decal: { show: columns.length > 1 && figure.dataset.chart === "bar" } },
      color: [token("--blue"), token("--done"), token("--waiting"), token("--danger"), token("--stopped"), token("--ink")],
      textStyle: text,
      grid: { left: 8, right: 20, top: columns.length > 1 ? 56 : 16, bottom: 8, containLabel: true },
      legend: columns.length > 1 ? { type: "scroll", top: 0, left: 0, itemWidth: 44, textStyle: text } : undefined,
      tooltip: { trigger: "axis", renderMode: "richText", valueFormatter: (value) => (value === null ? "—" : `${value}${unit}`) },
      xAxis: {
        type: "category",
        data: rows.map((row) => row.cells[0].dataset.label || row.cells[0].textContent.trim()),
        axisTick: { show: false },
        axisLabel: { color: text.color, hideOverlap: true },
      },
      yAxis: {
        type: "value",
        scale: unit === "%",
        max: unit === "%" ? (found) => Math.min(100, Math.ceil(found.max / 5) * 5) : undefined,
        axisLabel: { color: text.color, formatter: `{value}${unit}` },
        splitLine: { lineStyle: { color: token("--line") } },
      },
      series: columns.map(({ name, place: column }, index) => ({
        name,
        ...draw(index, rows.map((row) => number(row.cells[column])), "open" in figure.dataset),
      })),
    });
    new ResizeObserver(() => chart.resize()).observe(figure);
  });
});
