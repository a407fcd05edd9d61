using System.Globalization;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>All that a reader of LaTeX says.</summary>
internal static class Messages
{
    public const string LoneBackslash = "a backslash without a command";

    public const string Factor = "expected a number, a letter, a function or brackets";
    public const string EndOrSign = "expected the end of the formula, a relation such as = or an operator such as +";
    public const string EndOfRange = "expected the end, a comma and the next value or 'and' and another index";
    public const string IndexForm = "expected a number, a letter or a letter ± a number";

    public static Complaint DigitsRunOn { get; } =
        new("a digit directly after a single digit that has no braces", "put all digits of a script or a fraction in braces, as in x_{12}");

    public static Complaint TooManyDigits { get; } = new(FormattableString.Invariant($"a number of more than {ReadingContext.MostDigits} digits"));

    public static Complaint TooLong(int longest) =>
        new(FormattableString.Invariant($"a formula of more than {longest} characters is not read"));

    public static Complaint TooDeep(int deepest) =>
        new(FormattableString.Invariant($"nested more than {deepest} levels deep"), "a simpler formula");

    public static Complaint Empty { get; } = new("there is no formula here");

    public static Complaint SlashRunsOn { get; } =
        new("it is not clear what stands under this slash", @"write \frac{…}{…}, or set brackets around the denominator");

    public const string CaseCondition = "expected an alignment mark & and the condition of this row";

    public const string ComparisonSign = "expected <, \\le, > or \\ge";

    public static Complaint RowWithoutFormula { get; } = new("a condition without a formula before it", "write the formula, an alignment mark & and the condition");

    public static Complaint RowAfterOtherwise { get; } = new("a row after the one that says otherwise", "put the row that says otherwise last");

    public static Complaint ComparisonTurns { get; } = new("signs of order in two directions", "expected a condition as in -3 < z < 3");

    public static Complaint NoArgument { get; } = new("the formula has no z", "write the argument of the function as z");

    public static Complaint NoPrediction { get; } = new("the formula has no prediction", @"write it as \hat{y}, with an index where it stands in a sum over the outputs");

    public static Complaint IndexOnOutput { get; } = new("some outputs have an index and some have none", @"write y and \hat{y} for each output alike, or y_k and \hat{y}_k in a sum over k");

    public static Complaint LoneE { get; } = new("e without an exponent", "write e^{1} for the number, or another letter for a parameter");

    public static Complaint ScriptOnParameter { get; } =
        new("a parameter is a letter without an index or a layer mark", "write another letter, such as \\alpha or k");

    public static Complaint DerivativeInFunction { get; } = new("a derivative in the formula of a function", "write the formula itself");

    public static Complaint ExponentIsNoNumber { get; } =
        new("an exponent must be a number", "write e^{…} for the exponential function");

    public static Complaint CasesInside { get; } = new("cases that are only a part of the formula", "let the cases stand around the whole formula");

    public static Complaint NotInFunction { get; } = new("this cannot stand in the formula of a function");

    public static Complaint ConditionOnArgument { get; } = new("this is not compared with z by a number", "write a condition such as z > 0 or -3 < z < 3");

    public static Complaint ConditionsDoNotMeet { get; } =
        new("the conditions do not cover each z exactly once", "let each begin where another ends, as in z < 0 and z \\ge 0");

    public static Complaint LoneDifferential { get; } =
        new("a ∂ that is not part of a derivative", @"write \frac{\partial …}{\partial …} or \partial …/\partial …");

    public static Complaint HigherDerivative { get; } = new("this derivative is not read", @"first derivatives are read, and second ones as \frac{\partial^2 …}{\partial … \partial …}");

    public static Complaint DerivativeOfSeveral { get; } =
        new("more than one quantity after ∂", "set brackets around what is differentiated");

    public static Complaint PrimeOnQuantity { get; } =
        new("a prime on what is no function", "only functions have primes: f'(z), or f' by itself");

    public static Complaint SubscriptOnNoLetter { get; } = new("a subscript on what is no letter");

    public static Complaint GradientByNothing { get; } = new("∇ without what the gradient is taken by", @"write it below: \nabla_{\mathbf{a}} L");

    public static Complaint ArraySumArguments { get; } =
        new("it is not clear what this adds up", "write np.sum(…, axis=1, keepdims=True), or axis=0 where samples are rows");

    public static Complaint ChainProductArguments { get; } = new(
        "it is not clear what this multiplies", @"write \text{prod}(\frac{\partial J}{\partial u}, \frac{\partial u}{\partial v}) with the same u in both, or the product with its transposes");

    public static Complaint SecondSubscript { get; } = new("a second subscript", "write all indices into one: w_{ij}");

    public static Complaint SecondSuperscript { get; } =
        new("a second superscript", "set brackets around what is raised to a power, as in (a^{(2)})^2");

    public static Complaint MarkWithoutBraces { get; } =
        new("a bracket as a superscript without braces", "put a layer mark in braces, as in a^{(2)}");

    public static Complaint EmptyScript { get; } = new("an empty script");

    public static Complaint WeightIndices { get; } =
        new("it is not clear which digits belong to which index", "separate the indices with commas, as in w_{1,12}");

    public static Complaint TooManyIndices { get; } =
        new("a weight has two indices at most", "write the unit that it leads from and the unit that it leads to");

    public static Complaint FunctionIndices { get; } =
        new("a function has one index at most, that of its layer", "write f_2 or f^{(2)}");

    public static Complaint InverseOrPower { get; } =
        new("a function to a negative power may be its inverse or a quotient", @"write \frac{1}{…}");

    public static Complaint SumWithoutLimits { get; } =
        new("a sum without limits", @"write \sum_{j=1}^{n}, or \sum_j for all units");

    public static Complaint NotInEquation { get; } = new("this cannot stand in a definition", "write quantities, numbers and functions of them");

    public static Complaint IndexWithoutValues(string letter) =>
        new($"the index {letter} has no values", $"write them behind the equation, as in ({letter} = 1, 2, 3), or a number in its place");

    public static Complaint IndexAsQuantity(string letter) => new($"{letter} is an index here, not a quantity", "use another letter for one of the two");

    public static Complaint IndexOfSheets(string letter) => new($"{letter} is an index wherever it stands", "use another letter for the quantity");

    public static Complaint IndexTwice(string letter) => new($"{letter} is an index outside of this sum already", "use another letter for the index of the sum");

    public static Complaint FunctionAlone(string written) =>
        new($"{Wording.Quoted(written)[1..^1]} is a function, and stands here without an argument", "set the argument in brackets behind it, or use another letter for a quantity");

    public static Complaint SumIndex { get; } = new("the lower limit of a sum", "expected a letter, = and the first value");

    public static Complaint IndicatorCondition { get; } = new("a 1 that does not say when", @"expected two indices, as in \mathbf{1}\{i=j\}");

    public static Complaint PathName { get; } = new("a bar that names no path", "expected the name of a path, as in P_1");

    public static Complaint NullDelimiter { get; } =
        new("a bracket that is closed by a dot", "close a bracket in the row in which it is opened");

    public static Complaint DressedLetter { get; } = new("more than a letter under this command", @"expected one letter, as in \hat{y}_1");

    public static Complaint RangeForm { get; } =
        new("this list of index values is not read", @"expected values one after the other, as in (j = 1, 2) or (j = 1, \dots, n)");

    public static string NoMathematics(string character) =>
        $"the character {Wording.Quoted(character)} ({string.Join(' ', character.EnumerateRunes().Select(rune => "U+" + rune.Value.ToString("X4", CultureInfo.InvariantCulture)))}) is not read in a formula";

    public static string OpenGroup(string command) => $"{command} without its closing brace";

    public static string NoDelimiter(string command) => $"{command.Trim()} without a bracket or a bar after it";

    public static string Environment(string name) => $"the environment {name} is not read";

    public const string ArgumentsSkipped = "what the loss depends on is passed over";

    public static string LabelSkipped(string text) => $"'{text}' is passed over: it labels the formula";

    public static Complaint Unexpected(Token token, string expected) => new(Found(token), expected);

    public static Complaint UnknownCommand(string command) => new($"the command {command} is not read");

    public static Complaint LetterIsTaken(string letter) => new($"{letter} is the target or the prediction of a network", "use another letter for the parameter");

    public static Complaint LetterIsIndex(string letter) => new($"{letter} counts the units or layers of a network", "use another letter for the parameter");

    public static Complaint UnknownFunction(string written) => new($"{Wording.Quoted(written)} is no known function", "write its formula, or another letter for a parameter");

    public static Complaint WrongArity(FunctionSymbol function, int arity) =>
        new(FormattableString.Invariant($"{function} has {arity} argument{(arity == 1 ? "" : "s")}"), "set them in brackets behind it");

    public static Complaint NotClosed(string opening, string closing) => new($"a bracket '{opening}' that is not closed", $"expected '{closing}'");

    public static Complaint ClosedOtherwise(Token token, string opening, string closing) =>
        new($"{Found(token)} inside a bracket '{opening}'", $"expected '{closing}'");

    public static Complaint ArgumentWithoutBrackets(string function) =>
        new($"it is not clear where the argument of {function} ends", "set brackets around it");

    public static Complaint FunctionOrFactor(string function) =>
        new($"it is not clear whether {function} is applied to this or multiplied by it", @"set brackets around the argument, or write \cdot");

    private static string Found(Token token) => token.Kind switch
    {
        TokenKind.End => "the formula ends here",
        TokenKind.Word => $"unexpected text '{token.Text}'",
        _ => $"unexpected '{(token.Grows ? (token.Side == Side.Opening ? @"\left" : @"\right") : "")}{token.Text}'",
    };
}
