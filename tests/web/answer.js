// Tries each formula of the input and writes those that throw, as JSON: { "tried": …, "rejected": [{ "latex": …, "reason": … }] }.
const { readFileSync } = require("fs");

exports.answer = tryOne => {
  const formulas = JSON.parse(readFileSync(0, "utf8"));
  const rejected = [];
  for (const formula of formulas) {
    try {
      tryOne(formula);
    } catch (error) {
      rejected.push({ latex: formula.latex, reason: error.message });
    }
  }
  process.stdout.write(JSON.stringify({ tried: formulas.length, rejected }));
};
