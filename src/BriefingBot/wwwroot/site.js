"use strict";

// Everything works without this file; with it, answers come while they are written, "/" goes to the box, and a cited quote is brought into view.
(() => {
  const main = () => document.getElementById("main");
  document.documentElement.classList.add("scripted");

  function showQuote() {
    const quote = document.getElementById("quote");
    if (quote) {
      quote.focus({ preventScroll: true });
      quote.scrollIntoView({ block: "center" });
    }
  }

  function show(page, address, move) {
    const next = page.getElementById("main");
    if (!next) {
      throw new Error("not a page");
    }
    main().replaceWith(document.adoptNode(next));
    document.title = page.title;
    if (address) {
      history.pushState({}, "", address);
    }
    if (move) {
      window.scrollTo(0, 0);
      (document.getElementById("asked") || document.getElementById("question") || next).focus({ preventScroll: true });
    }
  }

  async function load(address) {
    main().setAttribute("aria-busy", "true");
    try {
      const response = await fetch(address, { headers: { Accept: "text/html" } });
      show(new DOMParser().parseFromString(await response.text(), "text/html"), null, true);
    } catch {
      location.assign(address);
    }
  }

  let stream = null;

  // The server sends the checked beginning of the answer whenever it has grown, and the whole page at last.
  function ask(query) {
    const address = "/?" + query;
    stream?.close();
    main().setAttribute("aria-busy", "true");
    const events = (stream = new EventSource("/stream?" + query));
    let written = false;
    const status = document.createElement("p");
    status.className = "writing";
    status.setAttribute("role", "status");
    main().append(status);
    events.addEventListener("status", event => (status.textContent = event.data + "…"));
    events.addEventListener("partial", event => {
      const part = new DOMParser().parseFromString(event.data, "text/html");
      const now = main().querySelector("article[aria-busy]");
      const next = document.adoptNode(part.querySelector("article"));
      if (!now) {
        main().replaceChildren(next);
        history.pushState({}, "", address);
        written = true;
        window.scrollTo(0, 0);
      } else {
        // Only what is new is added, so that a reader's place and a screen reader's are kept.
        now.querySelector("[aria-live]").replaceChildren(...next.querySelector("[aria-live]").childNodes);
      }
    });
    events.addEventListener("page", event => {
      events.close();
      const page = new DOMParser().parseFromString(event.data, "text/html");
      show(page, written ? null : address, !written);
    });
    events.onerror = () => {
      events.close();
      if (stream === events) {
        location.assign(address);
      }
    };
  }

  document.addEventListener("submit", event => {
    const form = event.target;
    if (form.matches("form[data-ask]")) {
      event.preventDefault();
      ask(new URLSearchParams(new FormData(form)).toString());
    }
  });

  document.addEventListener("click", event => {
    const link = event.target.closest?.("a[data-ask]");
    if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      ask(new URL(link.href).searchParams.toString());
    }
  });

  // The list of articles follows what is typed; only the newest answer is shown.
  let search = null;

  async function list(form) {
    search?.abort();
    const mine = (search = new AbortController());
    const fields = [...new FormData(form)].filter(([, value]) => value !== "");
    const address = form.action + (fields.length > 0 ? "?" + new URLSearchParams(fields) : "");
    const response = await fetch(address, { headers: { Accept: "text/html" }, signal: mine.signal }).catch(() => null);
    const next = response && new DOMParser().parseFromString(await response.text(), "text/html").getElementById("results");
    if (next && search === mine) {
      document.getElementById("results").replaceWith(document.adoptNode(next));
      history.replaceState({}, "", address);
    }
  }

  let typed = 0;
  document.addEventListener("input", event => {
    const form = event.target.form;
    if (form?.matches("form[data-search]")) {
      clearTimeout(typed);
      typed = setTimeout(() => list(form), 200);
    }
  });

  addEventListener("popstate", () => {
    stream?.close();
    if (document.querySelector("form[data-ask]") || document.querySelector("article[aria-busy]")) {
      load(location.href);
    }
  });

  // Only a secure page may write to the clipboard; elsewhere the text is selected for the keyboard.
  async function copy(button) {
    const text = document.getElementById(button.dataset.copy);
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Selected: press Ctrl+C";
    }
  }

  document.addEventListener("click", event => {
    const button = event.target.closest?.("button[data-copy]");
    if (button) {
      copy(button);
    }
  });

  // What was checked stands over the lines below: Esc takes it away until the pointer or the focus comes again.
  let quieted = null;

  function quiet(sentence) {
    quieted = sentence;
    document.documentElement.classList.toggle("quiet", sentence !== null);
  }

  for (const name of ["pointerover", "focusin"]) {
    document.addEventListener(name, event => {
      if (quieted && event.target.closest?.(".sentence") !== quieted) {
        quiet(null);
      }
    });
  }

  document.addEventListener("keydown", event => {
    if (event.key === "Escape") {
      quiet(document.querySelector(".sentence:hover") || document.activeElement?.closest?.(".sentence") || null);
    }
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
