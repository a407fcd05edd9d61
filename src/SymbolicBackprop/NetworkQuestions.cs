using SymbolicBackprop.Checking;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Numbers;
using SymbolicBackprop.Reading.Documents;

namespace SymbolicBackprop;

/// <summary>Questions to networks.</summary>
public static class NetworkQuestions
{
    /// <summary>Asks for ∂loss/∂<paramref name="target"/>.</summary>
    /// <param name="network">The network.</param>
    /// <param name="target">A quantity of the network, such as <see cref="Network.Weight"/> names one.</param>
    /// <exception cref="KeyNotFoundException">The network has no such quantity.</exception>
    public static Answer Derive(this Network network, Symbol target) => new(new SheetFile { Network = network }, new Question(network.Model[target].Symbol, Notation.Parentheses));

    /// <summary>Checks a derivation that somebody wrote, formula by formula.</summary>
    /// <param name="network">The network that it is about.</param>
    /// <param name="document">The document.</param>
    /// <param name="format">The language around its formulas.</param>
    /// <param name="notation">
    /// How it is written; by default <see cref="Notation.Parentheses"/>. What δ means is found from the document; the notation settles
    /// it where the document does not.
    /// </param>
    /// <param name="numbers">The numbers that it works with; without any, what it says of numbers is left open.</param>
    /// <param name="stop">Ends it early, with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>What was found, with places in the document.</returns>
    public static CheckReport Check(this Network network, SourceText document, DocumentFormat format, Notation? notation = null, NumericExample? numbers = null, CancellationToken stop = default) =>
        network.Model.Check(document, format, notation, numbers, stop);

    /// <summary>Checks a derivation that somebody wrote about a model, formula by formula.</summary>
    /// <param name="model">The model that it is about.</param>
    /// <param name="document">The document.</param>
    /// <param name="format">The language around its formulas.</param>
    /// <param name="notation">How it is written; by default <see cref="Notation.Parentheses"/>.</param>
    /// <param name="numbers">The numbers that it works with; without any, what it says of numbers is left open.</param>
    /// <param name="stop">Ends it early, with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>What was found, with places in the document.</returns>
    public static CheckReport Check(this Model model, SourceText document, DocumentFormat format, Notation? notation = null, NumericExample? numbers = null, CancellationToken stop = default) =>
        Checker.Check(document, format, model, notation ?? Notation.Parentheses, numbers, stop);
}
