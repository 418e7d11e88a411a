/** Says something to screen readers, once. */
export function announce(text: string): void {
  region().textContent = text;
}

function region(): HTMLElement {
  const id = "announcements";
  const present = document.getElementById(id);
  if (present !== null) return present;
  const made = document.createElement("div");
  made.id = id;
  made.className = "visually-hidden";
  made.setAttribute("role", "status");
  made.setAttribute("aria-live", "polite");
  document.body.append(made);
  return made;
}
