"use strict";

// Everything works without this file; with it, answers come without a reload, "/" goes to the box, and a cited quote is brought into view.
(() => {
  const main = () => document.getElementById("main");

  function showQuote() {
    const quote = document.getElementById("quote");
    if (quote) {
      quote.focus({ preventScroll: true });
      quote.scrollIntoView({ block: "center" });
    }
  }

  async function load(address, keep) {
    main().setAttribute("aria-busy", "true");
    try {
      const response = await fetch(address, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const next = page.getElementById("main");
      if (!next) {
        throw new Error("not a page");
      }
      main().replaceWith(document.adoptNode(next));
      document.title = page.title;
      if (keep) {
        history.pushState({}, "", address);
      }
      window.scrollTo(0, 0);
      (document.getElementById("asked") || document.getElementById("question") || next).focus({ preventScroll: true });
    } catch {
      location.assign(address);
    }
  }

  document.addEventListener("submit", event => {
    const form = event.target;
    if (form.matches("form[data-ask]")) {
      event.preventDefault();
      load(form.getAttribute("action") + "?" + new URLSearchParams(new FormData(form)), true);
    }
  });

  addEventListener("popstate", () => {
    if (document.querySelector("form[data-ask]")) {
      load(location.href, false);
    }
  });

  document.addEventListener("keydown", event => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const box = document.querySelector("form input[type=search]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && box) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  });

  showQuote();
})();
