// Shows where else the quantity under the pointer occurs, in formulas and in pictures, and offers the LaTeX of each equation.
for (const [type, on] of [["pointerover", true], ["pointerout", false]]) {
  document.addEventListener(type, event => {
    const part = event.target.closest?.("[data-name]");
    if (part) {
      for (const other of document.querySelectorAll(part.dataset.name.split(" ").map(name => `[data-name~="${CSS.escape(name)}"]`).join())) {
        other.classList.toggle("same", on);
      }
    }
  });
}
for (const equation of document.querySelectorAll(".equation")) {
  const button = document.createElement("button");
  button.className = "copy";
  button.type = "button";
  button.textContent = "TeX";
  button.title = document.querySelector("main").dataset.copy;
  button.addEventListener("click", () => navigator.clipboard?.writeText(equation.querySelector("annotation").textContent));
  equation.querySelector(".mark").append(" ", button);
}
