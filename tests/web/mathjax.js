// Reads formulas as JSON, [{ "latex": …, "isDisplayed": … }], and writes which of them MathJax rejects and why.
const { mathjax } = require("mathjax-full/js/mathjax.js");
const { TeX } = require("mathjax-full/js/input/tex.js");
const { SerializedMmlVisitor } = require("mathjax-full/js/core/MmlTree/SerializedMmlVisitor.js");
const { STATE } = require("mathjax-full/js/core/MathItem.js");
const { liteAdaptor } = require("mathjax-full/js/adaptors/liteAdaptor.js");
const { RegisterHTMLHandler } = require("mathjax-full/js/handlers/html.js");
require("mathjax-full/js/input/tex/base/BaseConfiguration.js");
require("mathjax-full/js/input/tex/ams/AmsConfiguration.js");
require("mathjax-full/js/input/tex/boldsymbol/BoldsymbolConfiguration.js");
require("mathjax-full/js/input/tex/configmacros/ConfigMacrosConfiguration.js");
const { answer } = require("./answer");

RegisterHTMLHandler(liteAdaptor());

// The packages that a page has by default or loads where it meets their commands, without those that hide mistakes: noerrors and noundefined.
const tex = new TeX({
  packages: ["base", "ams", "boldsymbol", "configmacros"],
  macros: { proved: "\\mathord{\\scriptstyle\\checkmark}", tested: "\\mathord{\\scriptstyle\\approx}" },
  formatError: (_, error) => { throw error; },
});
const page = mathjax.document("", { InputJax: tex });
const visitor = new SerializedMmlVisitor();

answer(({ latex, isDisplayed }) => {
  tex.reset();
  const mathml = visitor.visitTree(page.convert(latex, { display: isDisplayed, end: STATE.CONVERT }));
  if (mathml.includes("<merror")) {
    throw new Error(mathml);
  }
});
