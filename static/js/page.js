/* What every page gains from JavaScript; nothing here is needed to use it. */
"use strict";

(() => {
  const token = () => document.querySelector("input[name=csrfmiddlewaretoken]")?.value;

  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.verb !== "get" && token()) event.detail.headers["X-CSRFToken"] = token();
  });

  // A form that comes back wrong (422) is shown like any other answer, in the place hx-target-422 names if there is one.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, requestConfig } = event.detail;
    if (xhr.status !== 422) return;
    event.detail.shouldSwap = true;
    event.detail.isError = false;
    const place = requestConfig.elt.getAttribute("hx-target-422");
    if (place) event.detail.target = document.querySelector(place);
  });

  // Every other failure: say so, keep everything as it was.
  const FAILURES = {
    400: "提交的内容不完整，操作没有完成。请刷新页面后再试。",
    401: "登录已失效，操作没有完成。请在新窗口登录后再提交，填写的内容仍在。",
    403: "当前岗位没有此项权限，操作没有完成。",
    404: "没有找到这件事项，可能已不在您的权限范围内。",
    409: "此件刚刚被他人办理，请刷新页面后再试。",
    429: "操作过于频繁，请稍后再试。",
    500: "系统暂时出现问题，操作没有完成，请稍后再试。",
  };
  const UNREACHED = "没有连上服务器，操作没有完成。请检查网络后再试，已填写的内容仍在。";
  ["htmx:sendError", "htmx:timeout", "htmx:responseError"].forEach((name) => {
    document.addEventListener(name, (event) => {
      if (event.detail.elt?.hasAttribute("data-quiet")) return;
      document.querySelector("[data-failure]")?.remove();
      const line = document.createElement("p");
      line.className = "banner banner-danger";
      line.dataset.failure = "";
      line.setAttribute("role", "alert");
      const { xhr } = event.detail;
      const told = xhr?.getResponseHeader?.("X-Told");
      line.textContent = (told && decodeURIComponent(told)) || FAILURES[xhr?.status] || UNREACHED;
      document.querySelector("main")?.prepend(line);
      line.scrollIntoView({ block: "center" });
    });
  });

  const settle = (root) => {
    const summary = root.querySelector("[data-error-summary]");
    const first = summary || root.querySelector("[data-focus]");
    if (first) first.focus();
    root.querySelectorAll("textarea[maxlength]").forEach(count);
  };

  document.addEventListener("htmx:afterSettle", (event) => settle(event.target));
  document.addEventListener("DOMContentLoaded", () => {
    const summary = document.querySelector("[data-error-summary]");
    if (summary) summary.focus();
    document.querySelectorAll("textarea[maxlength]").forEach(count);
    catchUp();
  });

  // A place chosen before the scripts came, or put back by the browser, was heard by nobody: its next level is asked for now.
  function catchUp() {
    const isChanged = (select) => select.value && !select.selectedOptions[0].defaultSelected;
    [...document.querySelectorAll(".cascade select")].filter(isChanged).pop()?.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function count(area) {
    if (area.dataset.counted) return;
    area.dataset.counted = "yes";
    const line = document.createElement("p");
    line.className = "field-count";
    const tell = () => { line.textContent = `${area.value.length} / ${area.maxLength} 字`; };
    area.after(line);
    area.addEventListener("input", tell);
    tell();
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
    document.querySelectorAll("details.bar-menu[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.querySelectorAll("details.bar-menu[open]").forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });

  // A second press on the same button is not a second case. A form that answers with a file stays as it is.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || form.hasAttribute("hx-post") || form.hasAttribute("data-downloads")) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
    form.querySelectorAll("button:not([type=button])").forEach((button) => button.setAttribute("aria-disabled", "true"));
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => {
      delete form.dataset.sent;
      form.querySelectorAll("[aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
    });
  });
})();
