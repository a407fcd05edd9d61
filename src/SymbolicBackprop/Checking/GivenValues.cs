using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Checking;

/// <summary>
/// Tells claims about values, such as x_1 = 0.5 or δ_1 = 0.13 · 0.24, from claims about the network, which leaves all values open.
/// </summary>
internal sealed class GivenValues
{
    private readonly Meaning meaning;
    private readonly bool areGiven;

    /// <param name="claims">All that a document says.</param>
    /// <param name="meaning">What formulas mean.</param>
    public GivenValues(IEnumerable<Claim> claims, Meaning meaning)
    {
        this.meaning = meaning;
        areGiven = claims.Any(GivesValue);
    }

    /// <summary>
    /// Whether a claim sets a quantity of the network to a number that was worked out, or numbers equal that are rounded. A derivative
    /// that is said to be 1 is no such claim, unless the document gives values.
    /// </summary>
    public bool AreSpokenOfIn(Claim claim)
    {
        if (claim.Kind != ClaimKind.Equality)
        {
            return false;
        }

        // 0.5 is ½, and no measured value.
        var hasDecimals = claim.Sides.SelectMany(side => side.WithParts()).Any(part => part is Literal literal && !(4 * literal.Value).IsInteger);
        return (IsNumber(claim.Left), IsNumber(claim.Right)) switch
        {
            (true, true) => hasDecimals,
            (false, false) => areGiven && hasDecimals,
            (true, false) => areGiven || hasDecimals || IsWorkedOut(claim.Left),
            (false, true) => areGiven || hasDecimals || IsWorkedOut(claim.Right) || GivesValue(claim),
        };
    }

    private bool GivesValue(Claim claim) =>
        claim is { Kind: ClaimKind.Equality, Left: Symbol { IsUpdated: false, Role: not Role.Delta } given } && IsNumber(claim.Right)
        && meaning.TryFind(given, out var variable) && variable.Node.Definition is null;

    /// <summary>Whether a side has nothing but numbers in it.</summary>
    public static bool IsNumber(Formula side) => side.WithParts().All(part => part is not (Symbol or Unknown or Call { Arguments: [] }));

    private static bool IsWorkedOut(Formula number) => number is Product or Sum or Negative { Body: Product or Sum };
}
