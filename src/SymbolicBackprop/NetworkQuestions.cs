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

    /// <summary>Asks for a second derivative of the loss: that by <paramref name="first"/>, differentiated once more by <paramref name="second"/>.</summary>
    /// <param name="network">The network.</param>
    /// <param name="first">A quantity of the network.</param>
    /// <param name="second">A quantity of the network that does not depend on the first, unless it is the first.</param>
    /// <exception cref="KeyNotFoundException">The network has no such quantity.</exception>
    /// <exception cref="ArgumentException">The second quantity depends on the first.</exception>
    public static Answer Derive(this Network network, Symbol first, Symbol second)
    {
        var (target, again) = (network.Model[first], network.Model[second]);
        return target == again || new Dependencies(network.Model).CountPaths(again, target).IsZero
            ? new(new SheetFile { Network = network }, new Question(target.Symbol, Notation.Parentheses) { Again = again.Symbol })
            : throw new ArgumentException($"{second} depends on {first}; exchange the two.", nameof(second));
    }

    /// <summary>
    /// Asks for R{∂loss/∂<paramref name="target"/>}, a component of the Hessian of the loss times a vector with a component for each weight
    /// and bias.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="target">The quantity that the component belongs to, as a rule a weight or a bias.</param>
    /// <exception cref="KeyNotFoundException">The network has no such quantity.</exception>
    public static Answer HessianVector(this Network network, Symbol target) =>
        new(new SheetFile { Network = network }, new Question(network.Model[target].Symbol, Notation.Parentheses) { AlongDirection = true });

    /// <summary>Checks a derivation that somebody wrote, formula by formula.</summary>
    /// <param name="network">The network that it is about.</param>
    /// <param name="document">The document.</param>
    /// <param name="format">The language around its formulas.</param>
    /// <param name="notation">
    /// How it is written; by default <see cref="Notation.Parentheses"/>. What δ means is found from the document; the notation settles
    /// it where the document does not.
    /// </param>
    /// <param name="numbers">The numbers that it works with; without any, what it says of numbers is left open.</param>
    /// <param name="limits">How long and how deep a formula may be; by default <see cref="Limits.Default"/>.</param>
    /// <param name="stop">Ends it early, with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>What was found, with places in the document.</returns>
    public static CheckReport Check(this Network network, SourceText document, DocumentFormat format, Notation? notation = null, NumericExample? numbers = null, Limits? limits = null, CancellationToken stop = default) =>
        network.Model.Check(document, format, notation, numbers, limits, stop);

    /// <summary>Checks a derivation that somebody wrote about a model, formula by formula.</summary>
    /// <param name="model">The model that it is about.</param>
    /// <param name="document">The document.</param>
    /// <param name="format">The language around its formulas.</param>
    /// <param name="notation">How it is written; by default <see cref="Notation.Parentheses"/>.</param>
    /// <param name="numbers">The numbers that it works with; without any, what it says of numbers is left open.</param>
    /// <param name="limits">How long and how deep a formula may be; by default <see cref="Limits.Default"/>.</param>
    /// <param name="stop">Ends it early, with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>What was found, with places in the document.</returns>
    public static CheckReport Check(this Model model, SourceText document, DocumentFormat format, Notation? notation = null, NumericExample? numbers = null, Limits? limits = null, CancellationToken stop = default) =>
        Checker.Check(document, format, model, notation ?? Notation.Parentheses, numbers, limits ?? Limits.Default, stop);
}
