/* Draws <figure data-chart="line|bar"><table>…</table><div class="chart"></div></figure> from its own table: first column the
   labels, every further column a series. The table stays for those who read it. Needs vendor/echarts.js. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const style = getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue(name).trim();
  const number = (cell) => {
    const text = cell.dataset.value ?? cell.textContent.replace(/[\s\u2009%]/g, "");
    return text === "" || text === "—" ? null : Number(text);
  };

  document.querySelectorAll("figure[data-chart]").forEach((figure) => {
    const table = figure.querySelector("table");
    const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
    const rows = [...table.tBodies[0].rows];
    const chart = window.echarts.init(figure.querySelector(".chart"), null, { renderer: "canvas" });
    const text = { fontFamily: getComputedStyle(document.body).fontFamily, color: token("--ink-soft") };
    chart.setOption({
      animation: false,
      color: [token("--blue"), token("--done"), token("--waiting"), token("--stopped")],
      textStyle: text,
      grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
      legend: heads.length > 2 ? { top: 0, left: 0, textStyle: text } : undefined,
      tooltip: { trigger: "axis", renderMode: "richText" },
      xAxis: { type: "category", data: rows.map((row) => row.cells[0].textContent.trim()), axisTick: { show: false } },
      yAxis: { type: "value", splitLine: { lineStyle: { color: token("--line") } } },
      series: heads.slice(1).map((name, index) => ({
        name,
        type: figure.dataset.chart,
        barMaxWidth: 28,
        symbolSize: 6,
        data: rows.map((row) => number(row.cells[index + 1])),
      })),
    });
    new ResizeObserver(() => chart.resize()).observe(figure);
  });
});
