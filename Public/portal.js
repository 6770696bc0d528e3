/* What pages for people who sign in can do besides: show a password, find the first mistake, and
   warn before somebody is signed out. Nothing depends on it. */
"use strict";

(() => {
  /* A button beside each password that shows and hides it. */
  for (const input of document.querySelectorAll("input[data-reveal]")) {
    const button = document.createElement("button");
    const status = document.createElement("span");
    const show = (isShown) => {
      input.type = isShown ? "text" : "password";
      button.textContent = isShown ? "Hide" : "Show";
      button.setAttribute("aria-label", isShown ? "Hide password" : "Show password");
      status.textContent = isShown ? "Your password is shown" : "Your password is hidden";
    };
    button.type = "button";
    button.className = "btn btn--2 btn--s reveal__button";
    if (input.id) button.setAttribute("aria-controls", input.id);
    status.className = "vh";
    status.setAttribute("role", "status");
    const row = document.createElement("span");
    row.className = "reveal";
    input.before(row);
    row.append(input, button, status);
    show(false);
    status.textContent = "";
    input.spellcheck = false;
    input.setAttribute("autocapitalize", "none");
    button.addEventListener("click", () => show(input.type === "password"));
    /* Browsers offer to keep what is sent as a password, and remember what is sent as text. */
    input.form?.addEventListener("submit", () => show(false));
    addEventListener("pageshow", () => { if (input.type === "text") show(false); });
  }

  /* The list of mistakes is the first thing to read. */
  document.querySelector(".errors[tabindex]")?.focus();

  const dialog = document.getElementById("away");
  if (!dialog?.showModal) return;

  const title = document.getElementById("away-title");
  const words = document.getElementById("away-words");
  const part = (name) => dialog.querySelector(`[data-away="${name}"]`);
  const idleTime = Number(dialog.dataset.idle);
  /* Seconds before the end: five minutes, or where the time is short half of it. */
  const warning = Math.min(300, idleTime / 2);
  let idleEnd = 0;
  let wholeEnd = 0;
  let isOver = false;
  /* Whether it has been read that the end of the whole time is near: that cannot be put off. */
  let isRead = false;

  /* What another page of the portal has asked keeps this one signed in, too. */
  const others = "BroadcastChannel" in window ? new BroadcastChannel("session") : null;
  const begin = (idle, whole) => {
    idleEnd = Date.now() + idle * 1000;
    wholeEnd = Date.now() + whole * 1000;
    if (dialog.open && !isOver && Date.now() < Math.min(idleEnd, wholeEnd) - warning * 1000) {
      dialog.close();
    }
  };
  others?.addEventListener("message", ({ data }) => {
    if (!isOver) begin(data.idle, data.whole);
  });
  const tellOthers = (idle, whole) => others?.postMessage({ idle, whole });

  const inWords = (seconds) => {
    const [count, unit] =
      seconds > 60 ? [Math.ceil(seconds / 60), "minute"] : [Math.max(1, Math.ceil(seconds / 10) * 10), "second"];
    return `${count} ${unit}${count === 1 ? "" : "s"}`;
  };
  const say = (text) => { if (words.textContent !== text) words.textContent = text; };
  const offer = (...names) => {
    for (const name of ["stay", "leave", "again", "close"]) part(name).hidden = !names.includes(name);
  };
  const open = () => { if (!dialog.open) dialog.showModal(); };

  const warn = (seconds, isWhole) => {
    if (isWhole) {
      offer("close", "leave");
      say(`Nobody stays signed in for longer than this. We will sign you out in ${inWords(seconds)}. Save what you have typed now.`);
    } else {
      offer("stay", "leave");
      say(`You have done nothing for a while. To keep your session safe, we will sign you out in ${inWords(seconds)}.`);
    }
    open();
  };

  const end = () => {
    isOver = true;
    title.textContent = "You have been signed out";
    const form = document.querySelector('main form[method="post"]');
    const isKept = form && !form.querySelector("[data-reveal], [type=password], [autocomplete=one-time-code]");
    say(isKept
      ? "What you have typed is still on this page. Send the form as you would have done: we keep it for 30 minutes, ask you to sign in, and take you back to it."
      : "Sign in again to go on.");
    offer("again", "close");
    /* Opened anew, so that it is read out, and nothing that has gone keeps the focus. */
    dialog.close();
    open();
  };

  const look = () => {
    if (isOver) return;
    const left = (Math.min(idleEnd, wholeEnd) - Date.now()) / 1000;
    const isWhole = wholeEnd <= idleEnd;
    if (left <= 0) end();
    else if (left <= warning && !(isWhole && isRead)) warn(left, isWhole);
  };

  part("stay").addEventListener("click", async () => {
    try {
      const answer = await fetch("/session", { headers: { Accept: "application/json" }, redirect: "manual", cache: "no-store" });
      if (!answer.ok) {
        end();
        return;
      }
      const { idle, whole } = await answer.json();
      dialog.close();
      begin(idle, whole);
      tellOthers(idle, whole);
    } catch {
      say("We could not reach the portal. Check your connection and try again.");
    }
  });
  part("close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => { isRead = wholeEnd <= idleEnd; });
  /* Escape answers the warning as its first button does, where there is one. */
  dialog.addEventListener("cancel", (event) => {
    if (isOver || part("stay").hidden) return;
    event.preventDefault();
    part("stay").click();
  });

  begin(idleTime, Number(dialog.dataset.whole));
  tellOthers(idleTime, Number(dialog.dataset.whole));
  setInterval(look, 1000);
  document.addEventListener("visibilitychange", look);
  look();
})();
