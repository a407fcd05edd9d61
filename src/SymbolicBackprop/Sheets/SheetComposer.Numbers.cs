using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Models;
using SymbolicBackprop.Numbers;

namespace SymbolicBackprop.Sheets;

/// <summary>What is worked with numbers.</summary>
public sealed partial class SheetComposer
{
    // More values than this are not listed in a sentence, nor more parameters in a table, nor more quantities in a row.
    private const int MostGiven = 40;
    private const int MostParameters = 200;
    private const int MostColumns = 6;

    private void AddNumbers(NumericExample example)
    {
        var notation = file.Notation;
        var builder = BuilderFor(Options(notation), Symbol.Loss);
        var worked = new WorkedNumbers(model, builder.Signals, builder.Meaning, example);
        var reading = worked.Reading;
        blocks.Add(new Heading(1, language.NumbersHeading, notation));
        blocks.Add(new Paragraph(language.NumbersIntroduced(Given(example, worked), example.Digits), notation));
        AddWorked(NumberPart.Forward, worked.Forward(), reading);
        var stated = new HashSet<Formula>();
        AddWorked(NumberPart.Backward, worked.Backward(stated), reading);
        List<Variable> targets = [.. file.Questions.Where(question => question.IsOfGradient).Select(question => model.Resolve(model[question.Target])).Distinct()];
        AddWorked(NumberPart.Derivatives, targets.SelectMany(target => worked.DerivativeOf(target, stated)), reading);
        if (example.LearningRate is not null)
        {
            AddUpdate(example, worked, reading, targets);
        }
    }

    private static List<Statement> Given(NumericExample example, WorkedNumbers worked)
    {
        var given = example.Values.Keys.Concat(example.LearningRate is null ? [] : [WorkedNumbers.Rate]).ToList();
        return given.Count > MostGiven ? [] : [.. given.Select(symbol => worked.Rounded(symbol)).Zip(given, (number, symbol) => new Statement(symbol, [new Link(number.Relation, number.Formula)]))];
    }

    private void AddWorked(NumberPart part, IEnumerable<WorkedStep> steps, RoundedReading reading)
    {
        List<WorkedStep> all = [.. steps];
        if (all.Count == 0)
        {
            return;
        }

        var notation = file.Notation;
        blocks.Add(new Heading(2, language.HeadingOf(part), notation));
        AddWorked(all, reading);
    }

    private void AddWorked(List<WorkedStep> steps, RoundedReading reading)
    {
        var notation = file.Notation;
        var first = equationCount + 1;
        foreach (var step in steps)
        {
            NumericVerification.Check(step, reading);
        }

        AddEquations(steps.Select(step => (step.Statement, new Step(step.Symbolic, Reason.Substitution) { Given = step.Given })), notation, MeaningIn(notation));
        AddNote(language.RoundingsNoted, step => step.DoesNotAddUp);
        AddNote(language.SaturationNoted, step => !step.IsCertain);

        void AddNote(Func<IReadOnlyList<int>, Prose> note, Func<WorkedStep, bool> concerns)
        {
            if (steps.Select((step, i) => (step, Number: first + i)).Where(pair => concerns(pair.step)).Select(pair => pair.Number).ToList() is { Count: > 0 } numbers)
            {
                blocks.Add(new Paragraph(note(numbers), notation));
            }
        }
    }

    private void AddUpdate(NumericExample example, WorkedNumbers worked, RoundedReading reading, List<Variable> targets)
    {
        var notation = file.Notation;
        var training = new Training(model, MeaningIn(notation), example);
        var any = AnyParameter();
        var rule = Statement.Equality(any with { IsUpdated = true }, any - (WorkedNumbers.Rate * new Derivative(Symbol.Loss, any)));
        blocks.Add(new Heading(2, language.HeadingOf(NumberPart.Update), notation));
        blocks.Add(new Paragraph(language.UpdateIntroduced(rule, example.UpdatesBiases), notation));
        if (targets.Where(training.Parameters.Contains).Select(target => worked.Update(target.Symbol)).ToList() is { Count: > 0 } updates)
        {
            AddWorked(updates, reading);
        }

        if (training.Parameters.Count <= MostParameters)
        {
            blocks.Add(new Table(
                [.. ((NumberColumn[])[NumberColumn.Parameter, NumberColumn.Old, NumberColumn.Derivative, NumberColumn.New]).Select(language.ColumnHeading)],
                [.. training.Parameters.Select(parameter => parameter.Symbol).Select(symbol => (IReadOnlyList<Prose>)[Prose.Of($"{symbol}"), Number(symbol), Number(new Derivative(Symbol.Loss, symbol)), Number(symbol with { IsUpdated = true })])],
                notation));
        }

        if (example.Epochs.Count > 0)
        {
            AddTraining(example, training, targets);
        }

        Prose Number(Formula formula)
        {
            var number = worked.Rounded(formula);
            NumericVerification.Check(formula, number.Relation, number.Formula, reading);
            return Prose.Of($"{number.Formula}");
        }
    }

    // What stands for each parameter: of equations, the first of them.
    private Symbol AnyParameter() => file.Equations is null
        ? Symbol.Weight(Formulas.Index.Of("l"), Formulas.Index.Of("i"), Formulas.Index.Of("j"))
        : model.Parameters.First().Symbol;

    private void AddTraining(NumericExample example, Training training, List<Variable> targets)
    {
        var notation = file.Notation;
        List<Variable> shown = [.. model.Variables
            .Where(variable => variable.Symbol.Role is Role.Loss or Role.Prediction)
            .OrderBy(variable => variable.Symbol.Role == Role.Prediction)
            .Concat(targets.Where(training.Parameters.Contains))
            .Take(MostColumns)];
        var rows = new List<IReadOnlyList<Prose>>();
        var epoch = 0;
        foreach (var values in training.Run().Take(example.Epochs[^1] + 1))
        {
            if (epoch == 0 || example.Epochs.Contains(epoch))
            {
                rows.Add([Prose.Of($"{new Literal(epoch)}"), .. shown.Select(variable => Prose.Of($"{example.Digits.Round(values.Of(variable.Node)).Formula}"))]);
            }

            epoch++;
        }

        blocks.Add(new Heading(2, language.HeadingOf(NumberPart.Training), notation));
        blocks.Add(new Table([language.ColumnHeading(NumberColumn.Epoch), .. shown.Select(variable => Prose.Of($"{variable.Symbol}"))], rows, notation));
        if (epoch <= example.Epochs[^1])
        {
            blocks.Add(new Paragraph(language.TrainingDiverged(epoch), notation));
        }
    }
}
