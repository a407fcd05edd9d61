using SymbolicBackprop.Derivations;
using SymbolicBackprop.Drawing;
using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Models;
using SymbolicBackprop.Models.Matrices;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Sheets;

/// <summary>Puts a sheet together: the network, its functions, and the questions with their derivations.</summary>
public sealed partial class SheetComposer
{
    private readonly SheetFile file;
    private readonly Language language;
    private readonly Model model;
    private readonly Dependencies dependencies;
    private readonly List<Block> blocks = [];
    private readonly Dictionary<(DerivationOptions Options, Symbol Of), DerivationBuilder> builders = [];
    private readonly HashSet<Notation> layered = [];
    private readonly HashSet<Notation> directed = [];
    private readonly Dictionary<Notation, Dictionary<Formula, Introduction>> introduced = [];
    private readonly HashSet<FunctionSymbol> toFind = [];
    private readonly HashSet<(Picture Picture, Notation Notation)> shown = [];
    private readonly Audit audit = new();
    private readonly Verification verification;
    private readonly CancellationToken stop;
    private Notation current;
    private readonly int equationsBefore;
    private int equationCount;

    private SheetComposer(SheetFile file, Verification verification, CancellationToken stop, int equationsBefore = 0)
    {
        this.equationsBefore = equationCount = equationsBefore;
        (this.verification, this.stop) = (verification, stop);
        language = file.Language;
        this.file = file with { Notation = InWords(file.Notation) };
        model = file.Model;
        dependencies = new Dependencies(model);
        current = this.file.Notation;
    }

    /// <summary>The sheet that a file asks for, every equality in it proved. Threads may compose from one file at the same time.</summary>
    /// <param name="file">The file.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static Document Compose(SheetFile file, CancellationToken stop = default)
    {
        var own = file.WithOwnModel();
        return Compose(own, new Verification(own.Model), stop);
    }

    /// <summary>The sheet that a file asks for.</summary>
    /// <param name="file">The file, whose model nobody else works with.</param>
    /// <param name="verification">What proves its equalities.</param>
    /// <param name="stop">Ends it early.</param>
    internal static Document Compose(SheetFile file, Verification verification, CancellationToken stop = default)
    {
        var composer = new SheetComposer(file, verification, stop);
        if (file.Network is { } network)
        {
            composer.AddNetwork(network);
            composer.AddActivations();
        }
        else if (file.Equations is { } equations)
        {
            composer.AddEquationModel(equations);
        }

        for (var i = 0; i < file.Questions.Count; i++)
        {
            composer.AddQuestion(i + 1, file.Questions[i]);
        }

        if (file.Numbers is { } numbers)
        {
            composer.AddNumbers(numbers);
        }

        composer.AddFoundDerivatives();
        composer.Prove();
        composer.AddAudit();
        return composer.Finish();
    }

    /// <summary>The answer to one question alone. Threads may compose from one file at the same time.</summary>
    /// <param name="file">The file.</param>
    /// <param name="question">The question, which need not be one of the file's.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static Document ComposeAnswer(SheetFile file, Question question, CancellationToken stop = default)
    {
        var own = file.WithOwnModel();
        var composer = new SheetComposer(own, new Verification(own.Model), stop);
        composer.AddAnswer(question);
        composer.AddFoundDerivatives();
        composer.Prove();
        return composer.Finish();
    }

    /// <summary>The answers to the questions of a file, without its network.</summary>
    /// <param name="file">The file.</param>
    /// <param name="equationsBefore">The number of the last equation before them.</param>
    public static Document ComposeAnswers(SheetFile file, int equationsBefore = 0)
    {
        var own = file.WithOwnModel();
        var composer = new SheetComposer(own, new Verification(own.Model), stop: default, equationsBefore);
        if (file.Questions.Count == 1)
        {
            composer.AddAnswer(file.Questions[0]);
        }
        else
        {
            for (var i = 0; i < file.Questions.Count; i++)
            {
                composer.AddQuestion(i + 1, file.Questions[i]);
            }
        }

        composer.AddFoundDerivatives();
        composer.Prove();
        return composer.Finish();
    }

    private Document Finish() => new(file.Title, language, blocks) { Digits = file.Digits };

    private void AddEquationModel(EquationModel equations)
    {
        var notation = file.Notation;
        blocks.Add(new Heading(1, language.ModelHeading, notation));
        blocks.Add(new Paragraph(language.EquationsIntroduced, notation));
        List<Step> steps = [.. equations.Equations.Select(equation => new Step(equation, Reason.Definition))];
        AddEquations(steps, notation, MeaningIn(notation));
        AddMentioned(steps);
        blocks.Add(new Paragraph(language.Parameters([.. equations.Given]), notation));
        if (model.Parameters.Select(parameter => parameter.Symbol).ToList() is { Count: > 0 } learned)
        {
            blocks.Add(new Paragraph(language.Learned(learned), notation));
        }
    }

    private void AddNetwork(Network network)
    {
        var notation = file.Notation;
        blocks.Add(new Heading(1, language.NetworkHeading, notation));
        blocks.Add(new Paragraph(language.Describe(network), notation));
        AddFigure(target: null, notation);
        blocks.Add(new Paragraph(language.Conventions(notation, model), notation));
        if (network.Samples is { Count: > 1 } samples)
        {
            blocks.Add(new Paragraph(language.Describe(samples), notation));
        }

        AddEquations(
            new[] { Role.Loss, Role.DataLoss, Role.Penalty, Role.Prediction }.SelectMany(role => UnitsTogether.State(
                [.. model.Variables.Where(variable => variable.Symbol.Role == role)], variable => variable.Symbol, variable => variable.Definition!, Reason.Definition)),
            notation,
            MeaningIn(notation));
    }

    private void AddActivations()
    {
        var notation = file.Notation;
        blocks.Add(new Heading(2, language.ActivationsHeading, notation));
        blocks.Add(new Paragraph(language.ActivationsIntroduced, notation));
        var statements = ActivationFunctions.Statements(model);
        AddEquations(statements, notation, MeaningIn(notation));
        AddMentioned(statements);
        foreach (var (activation, names) in ActivationFunctions.Of(model))
        {
            foreach (var kink in activation.Kinks)
            {
                blocks.Add(new Paragraph(language.Kink(names[0], kink), notation));
            }
        }

        var parameters = model.Variables.Select(variable => variable.Symbol).Where(symbol => symbol.Role == Role.Named).ToList();
        if (parameters.Count > 0)
        {
            blocks.Add(new Paragraph(language.Parameters(parameters), notation));
        }
    }

    private void AddMentioned(IReadOnlyList<Step> steps)
    {
        if (ActivationFunctions.Mentioned(steps) is { Count: > 0 } mentioned)
        {
            blocks.Add(new Paragraph(language.FunctionsMentioned, file.Notation));
            AddEquations(mentioned, file.Notation, MeaningIn(file.Notation));
        }
    }

    private void AddQuestion(int number, Question question)
    {
        var notation = InWords(question.Notation);
        blocks.Add(new Heading(1, language.QuestionHeading(number, question.Derivative), notation));
        if (notation != current)
        {
            blocks.Add(new Paragraph(language.NotationChanged(notation, model), notation));
            current = notation;
        }

        if (question.IsOfGradient)
        {
            AddFigure(question.Target.IsWhole ? null : question.Target, notation);
        }

        AddAnswer(question);
    }

    // A picture that was shown before is not repeated.
    private void AddFigure(Symbol? target, Notation notation)
    {
        if (!file.Pictures || file.Network is not { } network)
        {
            return;
        }

        var picture = NetworkPicture.Of(network, notation, target, file.MaxPaths, dependencies);
        if (!shown.Add((picture, notation)))
        {
            return;
        }

        var number = shown.Count;
        IReadOnlyList<PathColor> colors = [.. picture.Paths.Select(Palette.Of)];
        blocks.Add(new Figure(number, picture, colors.Count == 0 ? language.NetworkCaption(number) : language.PathsCaption(number, target!, colors), notation));
    }

    private void AddAnswer(Question question)
    {
        var notation = InWords(question.Notation);
        var builder = BuilderFor(Options(notation), question.Of.IsWhole ? Symbol.Loss : question.Of);
        if (!introduced.TryGetValue(notation, out var equationOf))
        {
            introduced.Add(notation, equationOf = []);
        }

        var known = equationOf.Keys.ToHashSet();
        var derivation = question.Of.IsWhole ? builder.DeriveJacobian(question.Of, question.Target, question.Detail)
            : question.AlongDirection ? builder.DeriveAlongDirection(question.Target, known, question.Detail)
            : question.Again is { } again
            ? builder.DeriveTwice(question.Target, again, known, question.Detail)
            : builder.Derive(question.Target, known, question.Detail);
        if (question.Detail == Detail.Full)
        {
            toFind.UnionWith(derivation.Differentiated);
        }

        if (question.Target.IsWhole && layered.Add(notation))
        {
            blocks.Add(new Paragraph(language.WholeLayers(notation, model), notation));
        }

        AddEquations([new Step(derivation.Question, Reason.Question)], notation, builder.Meaning);
        if (derivation.PathCount.IsZero && model[derivation.Target] != model.Resolve(model[derivation.Of]))
        {
            blocks.Add(new Paragraph(language.Independent(derivation), notation));
        }

        if (derivation.HasBorders)
        {
            blocks.Add(new Paragraph(language.Borders, notation));
        }

        if (derivation.IsDirectional && directed.Add(notation))
        {
            AddDirection(notation);
        }

        foreach (var section in derivation.Sections)
        {
            AddSection(section, derivation, notation, known, equationOf);
        }
    }

    private void AddDirection(Notation notation)
    {
        var (l, i, j, v) = (Index.Of("l"), Index.Of("i"), Index.Of("j"), Symbol.Named(@"\mathbf{v}"));
        var quantity = file.Equations is null ? Symbol.Named("u") : Symbol.Loss;
        IReadOnlyList<Symbol>? parameters = file.Equations is null ? null : [.. model.Parameters.Select(parameter => parameter.Symbol)];
        IEnumerable<Symbol> components = parameters ?? [Symbol.Weight(l, i, j), Symbol.Bias(l, j)];
        blocks.Add(new Paragraph(language.Direction(v, parameters is null, [.. components.Select(component => new Directional(component))], quantity, new Directional(quantity)), notation));
    }

    private void AddSection(Section section, Derivation derivation, Notation notation, HashSet<Formula> known, Dictionary<Formula, Introduction> equationOf)
    {
        blocks.Add(new Heading(2, language.SectionHeading(section), notation));
        if (!derivation.PathCount.IsZero && language.SectionIntroduced(section, derivation) is { } text)
        {
            blocks.Add(new Paragraph(text, notation));
        }

        if (section.Recalled.Count > 0)
        {
            blocks.Add(new Paragraph(language.Recalled(Recalled(section.Recalled, equationOf)), notation));
        }

        var first = equationCount + 1;
        AddEquations(section.Steps, notation, MeaningIn(notation).With(derivation.Paths));
        foreach (var (step, i) in section.Steps.Select((step, i) => (step, i)))
        {
            List<Statement> instances = [.. step.Statement.Instances()];
            foreach (var signal in instances.Select(instance => instance.First).Where(known.Contains))
            {
                equationOf[signal] = new Introduction(first + i, step.Statement.First, instances.Count); // the last that gives it wins: the collapsed form
            }
        }
    }

    // Signals of one equation are named as it names them where all of them are meant.
    private static IReadOnlyList<(Formula Signal, int Equation)> Recalled(IReadOnlyList<Formula> signals, Dictionary<Formula, Introduction> equationOf) =>
    [
        .. signals.GroupBy(signal => equationOf[signal]).SelectMany(equation => equation.Count() == equation.Key.Signals
            ? [(equation.Key.Signal, equation.Key.Equation)]
            : equation.Select(signal => (signal, equation.Key.Equation))),
    ];

    /// <summary>Where error signals were introduced.</summary>
    /// <param name="Equation">The number of the equation.</param>
    /// <param name="Signal">The signal as the equation names it, with an index letter where it introduces several.</param>
    /// <param name="Signals">How many it introduces.</param>
    private sealed record Introduction(int Equation, Formula Signal, int Signals);

    private void AddFoundDerivatives()
    {
        var notation = file.Notation;
        var all = FoundDerivative.Of(model).Where(found => found.Names.Any(toFind.Contains)).ToList();
        if (all.Count > 0)
        {
            blocks.Add(new Heading(1, language.FoundDerivativesHeading, notation));
        }

        foreach (var found in all)
        {
            blocks.Add(new Heading(2, language.FunctionHeading(found.Activation, found.Names), notation));
            foreach (var (part, steps) in found.Parts)
            {
                blocks.Add(new Paragraph(language.FoundPartIntroduced(part, found), notation));
                AddEquations(steps, notation, MeaningIn(notation));
            }
        }
    }

    private void AddAudit()
    {
        if (!file.Marks)
        {
            return;
        }

        var given = file.Questions.Where(question => question.IsOfGradient).SelectMany(QuantitiesOf).Select(target => model[target]).Where(target => target.Node.Definition is null).Distinct().ToList();
        double? error = given.Count > 0 ? FiniteDifferences.LargestError(model, given) : null;
        List<double> ofSecond =
        [
            .. from question in file.Questions
               where question.Again is { } again && model[again].Node.Definition is null
               select FiniteDifferences.LargestError(model, [model[question.Again!]], MeaningIn(question.Notation).Of(new Derivative(question.Of, question.Target))),
            .. from question in file.Questions
               where question.AlongDirection
               select FiniteDifferences.ErrorAlongDirection(MeaningIn(question.Notation), new Derivative(question.Of, question.Target)),
        ];
        blocks.Add(new Paragraph(language.Audit(audit.Proved, audit.Tested, IfFinite(error), IfFinite(ofSecond.Count > 0 ? ofSecond.Max() : null)), file.Notation));

        static double? IfFinite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
    }

    private IEnumerable<Symbol> QuantitiesOf(Question question) => question.Target.IsWhole
        ? new MatrixMeaning(MeaningIn(question.Notation)).QuantitiesOf(question.Target)
        : [question.Target];

    private void AddEquations(IEnumerable<Step> steps, Notation notation, Meaning meaning) =>
        AddEquations(steps.Select(step => (step.Statement, step)), notation, meaning);

    // What is written may go on with numbers, which are held against computed ones and not proved.
    private void AddEquations(IEnumerable<(Statement Written, Step Claim)> steps, Notation notation, Meaning meaning)
    {
        var equations = new List<Equation>();
        Statement? said = null; // what several steps in a row rest on is said once
        foreach (var (written, step) in steps)
        {
            if (step.Given is { } given && given != said)
            {
                Set();
                blocks.Add(new Paragraph(language.Given(given), notation));
            }

            said = step.Given;
            equations.Add(Numbered(written, step, meaning));
        }

        Set();

        void Set()
        {
            if (equations.Count > 0)
            {
                blocks.Add(new Equations([.. equations], notation));
                equations.Clear();
            }
        }
    }

    private Equation Numbered(Statement written, Step claim, Meaning meaning)
    {
        stop.ThrowIfCancellationRequested();
        verification.Add(claim, meaning);
        return new Equation(++equationCount, written, claim.Follows, Assurance.None);
    }

    private void Prove()
    {
        List<Assurance> assurances = [.. verification.Prove(stop).Select(audit.Add)];
        for (var i = 0; i < blocks.Count; i++)
        {
            if (file.Marks && blocks[i] is Equations equations)
            {
                blocks[i] = equations with { Items = [.. equations.Items.Select(equation => equation with { Assurance = assurances[equation.Number - equationsBefore - 1] })] };
            }
        }
    }

    private Notation InWords(Notation notation) => notation with { Words = language.FormulaWords };

    private DerivationBuilder BuilderFor(DerivationOptions options, Symbol of)
    {
        if (!builders.TryGetValue((options, of), out var builder))
        {
            builders.Add((options, of), builder = new DerivationBuilder(model, options, of, dependencies));
        }

        return builder;
    }

    private Meaning MeaningIn(Notation notation) => BuilderFor(Options(notation), Symbol.Loss).Meaning;

    private DerivationOptions Options(Notation notation) => new() { Delta = notation.Delta, Layout = notation.Layout, MaxPaths = file.MaxPaths };
}
