// The form of a verdict: its keys, and the reason that a rejection needs.

export function press(item, key) {
  const button = item?.querySelector(`button[data-key="${key}"]`);
  button?.click();
  return Boolean(button);
}

// A rejection says why: without a reason the field is shown instead of sending.
document.addEventListener("click", (event) => {
  const button = event.target.closest?.('form[data-verdict] button[value="rejected"]');
  if (!button) return;
  const field = button.form.elements.reason;
  if (field.value.trim()) return;
  event.preventDefault();
  event.stopPropagation();
  field.closest(".reason").classList.add("needed");
  field.focus();
}, true);

// Enter in the field of the reason means the rejection that asked for it.
document.addEventListener("keydown", (event) => {
  const field = event.target.closest?.('form[data-verdict] input[name="reason"]');
  if (!field) return;
  if (event.key === "Escape") field.closest("[data-item]")?.focus();
  if (event.key !== "Enter") return;
  event.preventDefault();
  const needed = field.closest(".reason").classList.contains("needed");
  field.form.querySelector(`button[value="${needed ? "rejected" : "confirmed"}"]`).click();
});
