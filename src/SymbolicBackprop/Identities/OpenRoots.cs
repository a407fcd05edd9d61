using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Identities;

/// <summary>
/// Proves equalities that do not depend on what the roots in them are: with a quantity of its own in the place of each, there are no
/// choices of sign to go through.
/// </summary>
internal static class OpenRoots
{
    /// <summary>The proof, or null where there is none of this kind.</summary>
    public static Verdict.Proved? Prove(Expr left, Expr right, IdentityOptions options)
    {
        var opened = DefinitionOpening.Open([left, right]);
        var target = new ExprGraph();
        var count = 0;
        var sides = Substitution.Expand(opened, Quantity, target);
        return count == 0 ? null : Identity.CompareWhole(sides[0], sides[1], options) as Verdict.Proved;

        // u^(m/n) is the power m of a quantity that stands for the nth root of u.
        Expr? Quantity(Expr node)
        {
            if (node.Kind != ExprKind.Power || node.Exponent.IsInteger)
            {
                return null;
            }

            count++;
            return target.Variable(FormattableString.Invariant($"root {node.Exponent.Denominator} of #{node.Child(0).Id}")).Pow(new Rational(node.Exponent.Numerator, 1));
        }
    }
}
