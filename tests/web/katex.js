// Reads formulas as JSON, [{ "latex": …, "isDisplayed": … }], and writes which of them KaTeX rejects and why.
const katex = require("katex");
const { answer } = require("./answer");

// The sheet's own commands, in the words of its preamble.
const macros = { "\\proved": "\\mathord{\\scriptstyle\\checkmark}", "\\tested": "\\mathord{\\scriptstyle\\approx}" };

answer(({ latex, isDisplayed }) =>
  katex.renderToString(latex, { displayMode: isDisplayed, strict: "error", throwOnError: true, macros: { ...macros } }));
