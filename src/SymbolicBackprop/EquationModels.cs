using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Files.Equations;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop;

/// <summary>Models from equations, and questions to them.</summary>
public static class EquationModels
{
    extension(EquationModel)
    {
        /// <summary>
        /// A model from equations such as <c>h_t = \tanh(u x_t + v h_{t-1}) (t = 1, 2, 3)</c>. What the last one defines is the loss; what
        /// none defines is given.
        /// </summary>
        /// <param name="equations">The equations in LaTeX, at least one.</param>
        /// <exception cref="InvalidInputException">An equation cannot be read or says nothing; the exception says where and why.</exception>
        public static EquationModel Parse(params IReadOnlyList<string> equations)
        {
            ArgumentOutOfRangeException.ThrowIfZero(equations.Count);
            return EquationsReader.Read(
                [.. equations.Select((equation, i) => new EquationText(PlacedText.Of(new SourceText(FormattableString.Invariant($"equation {i + 1}"), equation))))],
                loss: null).OrThrow();
        }
    }

    /// <summary>Asks for a derivative of the loss, or of another quantity.</summary>
    /// <param name="equations">The model.</param>
    /// <param name="question">The quantity to differentiate by in LaTeX, such as <c>u</c>, or the derivative.</param>
    /// <exception cref="InvalidInputException">The question cannot be read, or the model has no such quantity.</exception>
    public static Answer Derive(this EquationModel equations, string question)
    {
        var notation = Notation.Parentheses with { Loss = equations.LossName };
        var file = new SheetFile { Equations = equations, Notation = notation };
        return new Answer(file, QuestionReader.Read(new SourceText("question", question), notation, file).OrThrow());
    }
}
